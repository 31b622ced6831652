package daemoneye.rpc.collector.scripted;

import daemoneye.rpc.client.audit.chain.Standing;
import daemoneye.rpc.client.call.BusCaller;
import daemoneye.rpc.client.connection.Connection;
import daemoneye.rpc.client.serve.BusService;
import daemoneye.rpc.collector.capability.HeldCapabilities;
import daemoneye.rpc.collector.lifecycle.Collector;
import daemoneye.rpc.collector.lifecycle.CollectorLink;
import daemoneye.rpc.collector.lifecycle.CollectorMeans;
import daemoneye.rpc.collector.lifecycle.CollectorSpec;
import daemoneye.rpc.protocol.time.Ticker;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/// A collector without a machine below it: registers, beats, answers and ends as a real one does,
/// because it is the same [Collector], but says what its [Script] tells, and suffers what that
/// tells. For tests and demos; never shown as a live one.
///
/// Safe from any thread.
public final class ScriptedCollector implements AutoCloseable {
    private final Connection connection;
    private final Collector collector;
    private volatile Script script;

    /// @param connection its own; closed at its end
    /// @param thread runs one task at a time
    /// @param stateFolder where a clean end leaves its record
    public ScriptedCollector(
            CollectorSpec spec,
            Script script,
            Connection connection,
            Ticker ticker,
            Executor thread,
            RandomGenerator random,
            Path stateFolder) {
        this.script = script;
        this.connection = connection;
        var link =
                new CollectorLink(
                        new FaultyConnection(connection, this::script),
                        BusCaller.on(connection, ticker),
                        new FaultyService(
                                BusService.on(connection, spec.id().text(), ticker),
                                this::script,
                                ticker));
        var means =
                new CollectorMeans(
                        ticker,
                        thread,
                        thread,
                        random,
                        new ScriptedUse(this::script, ticker),
                        new HeldCapabilities(Set.of()),
                        stateFolder,
                        Standing.Working::new,
                        () -> CompletableFuture.completedFuture(true));
        this.collector = new Collector(spec, new ScriptedGatherer(this::script), link, means);
    }

    /// Begins to register, beat and answer.
    public void start() {
        collector.start();
    }

    public Script script() {
        return script;
    }

    /// Says and does this from now on.
    public void follow(Script next) {
        script = next;
    }

    /// Goes without a word, as a process that was killed: no more beats, no good-bye to agents.
    public void crash() {
        follow(script.suffering(new Script.Fault.Silent()));
        connection.close();
    }

    /// Completes when it has ended cleanly.
    public CompletableFuture<Void> ended() {
        return collector.ended();
    }

    /// A clean end.
    @Override
    public void close() {
        var _ = collector.end("the script is over");
    }
}
