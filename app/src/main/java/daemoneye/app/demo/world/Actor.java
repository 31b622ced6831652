package daemoneye.app.demo.world;

import daemoneye.app.demo.tour.Deed.Ailment;
import daemoneye.rpc.agent.process.CollectorProcess;
import daemoneye.rpc.collector.gather.ComponentReport;
import daemoneye.rpc.collector.scripted.Script;
import daemoneye.rpc.collector.scripted.ScriptedCollector;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.state.LastExit;
import daemoneye.rpc.protocol.time.Ticker;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;

/// One life of a scripted collector. To its agent it is a process that can be asked to end, be
/// killed and crash; to everybody else it is what it says over the socket. Safe from any thread.
final class Actor implements CollectorProcess {
    /// Shorter than the five silent beats after which an agent ends a collector.
    private static final Duration TURN = Duration.ofSeconds(4);

    private final long pid;
    private final Ticker ticker;
    private final Script well;
    private final ScriptedCollector collector;
    private final Runnable onGone;
    private final CompletableFuture<LastExit> exit = new CompletableFuture<>();
    private volatile boolean flaps;

    /// @param onGone told once, when this life is over
    Actor(long pid, Script well, ScriptedCollector collector, Ticker ticker, Runnable onGone) {
        this.pid = pid;
        this.well = well;
        this.collector = collector;
        this.ticker = ticker;
        this.onGone = onGone;
        var _ =
                collector
                        .ended()
                        .whenComplete(
                                (_, _) -> gone(OptionalInt.of(0), Optional.empty(), List.of()));
    }

    void start() {
        collector.start();
    }

    void suffers(Ailment ailment) {
        flaps = ailment instanceof Ailment.Flapping;
        switch (ailment) {
            case Ailment.None() -> collector.follow(well);
            case Ailment.Silent() -> collector.follow(well.suffering(new Script.Fault.Silent()));
            case Ailment.Slow(var delay) ->
                    collector.follow(well.suffering(new Script.Fault.Slow(delay)));
            case Ailment.Refusing() -> collector.follow(well.suffering(refusing()));
            case Ailment.Degraded() -> collector.follow(degraded());
            case Ailment.Crashed() -> {
                collector.crash();
                gone(OptionalInt.of(1), Optional.empty(), List.of("the script lets it crash"));
            }
            case Ailment.Flapping() -> flap(true);
        }
    }

    private static Script.Fault refusing() {
        return new Script.Fault.Refusing(
                RpcError.notExecuted(
                        ErrorCode.PERMISSION_DENIED, "The script lets it refuse every request."));
    }

    private Script degraded() {
        var first = well.components().getFirst();
        return well.reporting(
                new ComponentReport(
                        first.name(), HealthStatus.DEGRADED, "The last look took too long"));
    }

    private void flap(boolean silent) {
        if (!flaps || exit.isDone()) {
            return;
        }
        collector.follow(silent ? well.suffering(new Script.Fault.Silent()) : well);
        ticker.after(TURN, () -> flap(!silent));
    }

    @Override
    public long pid() {
        return pid;
    }

    @Override
    public CompletableFuture<LastExit> exit() {
        return exit.copy();
    }

    @Override
    public boolean outlivesUs() {
        return false;
    }

    /// One that hangs does not hear it.
    @Override
    public void terminate() {
        if (!(collector.script().fault() instanceof Script.Fault.Silent)) {
            collector.close();
        }
    }

    @Override
    public void kill() {
        collector.crash();
        gone(OptionalInt.empty(), Optional.of("SIGKILL"), List.of());
    }

    private void gone(OptionalInt code, Optional<String> signal, List<String> output) {
        if (exit.complete(new LastExit(code, signal, ticker.now(), output))) {
            onGone.run();
        }
    }
}
