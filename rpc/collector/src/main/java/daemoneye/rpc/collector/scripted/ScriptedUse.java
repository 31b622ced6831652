package daemoneye.rpc.collector.scripted;

import daemoneye.rpc.collector.health.OwnUse;
import daemoneye.rpc.protocol.time.Ticker;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/// Costs what the script says: processor time grows with the time that passes.
final class ScriptedUse implements OwnUse {
    private static final double PERCENT = 100;

    private final Supplier<Script> script;
    private final Ticker ticker;
    private long lastNanos;
    private double cpuNanos;

    ScriptedUse(Supplier<Script> script, Ticker ticker) {
        this.script = script;
        this.ticker = ticker;
        this.lastNanos = ticker.nanos();
    }

    @Override
    public synchronized Duration cpuTime() {
        long now = ticker.nanos();
        cpuNanos += (now - lastNanos) * script.get().cpuPercent() / PERCENT;
        lastNanos = now;
        return Duration.ofNanos((long) cpuNanos);
    }

    @Override
    public OptionalDouble residentMb() {
        return OptionalDouble.of(script.get().memoryMb());
    }
}
