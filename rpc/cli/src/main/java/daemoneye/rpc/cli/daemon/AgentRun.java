package daemoneye.rpc.cli.daemon;

import daemoneye.rpc.agent.Agent;
import daemoneye.rpc.agent.AgentSettings;
import daemoneye.rpc.agent.process.CollectorJvm;
import daemoneye.rpc.agent.process.JavaCollectorLauncher;
import daemoneye.rpc.cli.option.ProgramVersion;
import daemoneye.rpc.cli.run.Surroundings;
import daemoneye.rpc.client.audit.AuditLog;
import daemoneye.rpc.client.audit.AuditNews;
import daemoneye.rpc.client.call.BusCaller;
import daemoneye.rpc.client.connection.BusConnection;
import daemoneye.rpc.client.serve.BusService;
import daemoneye.rpc.transport.bus.ClientIdentity;
import daemoneye.rpc.transport.bus.FrameBusDialer;
import daemoneye.rpc.transport.codec.BodyCodec;
import daemoneye.rpc.transport.wire.Wire;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/// An agent with everything it needs, wired together over one wire.
final class AgentRun implements AutoCloseable {
    /// A broker that starts together with us is given this long.
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private final AgentSettings settings;
    private final Map<String, String> environment;
    private final Wire wire;
    private final BusConnection connection;
    private final BusCaller caller;
    private final AuditLog audit;
    private final BusService service;
    private Optional<Agent> agent = Optional.empty();

    private AgentRun(
            AgentSettings settings,
            Map<String, String> environment,
            Wire wire,
            BusConnection connection,
            BodyCodec codec) {
        this.settings = settings;
        this.environment = environment;
        this.wire = wire;
        this.connection = connection;
        caller = new BusCaller(connection, codec, wire.ticker());
        audit =
                AuditLog.open(
                        AuditLog.folderIn(settings.runtimeFolder()),
                        settings.agentId(),
                        wire.ticker(),
                        new AuditNews(connection, settings.agentId(), wire.ticker())::tell);
        service = BusService.on(connection, codec, settings.agentId(), wire.ticker(), audit);
    }

    /// Begins to connect.
    static AgentRun open(AgentSettings settings, Surroundings surroundings) {
        var plumbing = surroundings.plumbing();
        var wire = plumbing.wires().get();
        var codec = plumbing.codecs().get();
        var identity =
                new ClientIdentity(
                        settings.agentId(),
                        "agent",
                        ProgramVersion.text(),
                        ProcessHandle.current().pid());
        var connection =
                BusConnection.open(
                        new FrameBusDialer(wire, settings.broker()),
                        identity,
                        codec,
                        wire.ticker(),
                        plumbing.random());
        return new AgentRun(settings, surroundings.environment(), wire, connection, codec);
    }

    /// Waits for the broker, then starts the collectors.
    ///
    /// @throws CompletionException if there is no broker, with the last fault
    /// @throws IOException with a sentence, if the runtime folder cannot be used
    synchronized void start() throws IOException {
        connection.connected(PATIENCE).join();
        var launcher =
                new JavaCollectorLauncher(
                        CollectorJvm.ofThisProcess(),
                        settings.launchTerms(),
                        environment,
                        wire.ticker());
        agent =
                Optional.of(
                        Agent.start(
                                settings, connection, caller, service, wire.ticker(), launcher));
    }

    /// Ends the collectors, then the link.
    @Override
    public synchronized void close() {
        agent.ifPresent(Agent::close);
        agent = Optional.empty();
        service.close();
        audit.close();
        connection.close();
        wire.close();
    }
}
