package daemoneye.rpc.cli.daemon;

import daemoneye.rpc.agent.Agent;
import daemoneye.rpc.agent.AgentSettings;
import daemoneye.rpc.agent.process.launch.CollectorJvm;
import daemoneye.rpc.agent.process.launch.JavaCollectorLauncher;
import daemoneye.rpc.cli.link.RememberingDialer;
import daemoneye.rpc.cli.option.ProgramVersion;
import daemoneye.rpc.cli.run.Surroundings;
import daemoneye.rpc.client.audit.AuditLog;
import daemoneye.rpc.client.audit.AuditNews;
import daemoneye.rpc.client.audit.RecentCalls;
import daemoneye.rpc.client.call.BusCaller;
import daemoneye.rpc.client.connection.BusConnection;
import daemoneye.rpc.client.serve.BusService;
import daemoneye.rpc.collector.CollectorMain;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.transport.auth.Admission;
import daemoneye.rpc.transport.bus.ClientIdentity;
import daemoneye.rpc.transport.bus.FrameBusDialer;
import daemoneye.rpc.transport.codec.BodyCodec;
import daemoneye.rpc.transport.wire.Wire;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
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
    private final RememberingDialer dialer;
    private final BusConnection connection;
    private final BusCaller caller;
    private final AuditLog audit;
    private final BusService service;
    private Optional<Agent> agent = Optional.empty();

    private AgentRun(
            AgentSettings settings,
            Map<String, String> environment,
            Wire wire,
            RememberingDialer dialer,
            BusConnection connection,
            BodyCodec codec) {
        this.settings = settings;
        this.environment = environment;
        this.wire = wire;
        this.dialer = dialer;
        this.connection = connection;
        caller = new BusCaller(connection, codec, wire.ticker());
        audit =
                AuditLog.open(
                        settings.auditFolder(),
                        settings.agentId(),
                        wire.ticker(),
                        new AuditNews(connection, settings.agentId(), wire.ticker())::tell);
        service = BusService.on(connection, codec, settings.agentId(), wire.ticker(), audit);
        RecentCalls.of(settings.auditFolder(), settings.agentId(), wire.ticker().now())
                .forEach(service::remember);
    }

    /// Begins to connect.
    ///
    /// @param tokenFile of the agent; its collectors prove the same token, and get the role of a
    ///     collector
    static AgentRun open(
            AgentSettings settings,
            Admission admission,
            Optional<Path> tokenFile,
            Surroundings surroundings) {
        var plumbing = surroundings.plumbing();
        var wire = plumbing.wires().get();
        var codec = plumbing.codecs().get();
        var identity =
                new ClientIdentity(
                        settings.agentId(),
                        "agent",
                        ProgramVersion.text(),
                        ProcessHandle.current().pid());
        var dialer = new RememberingDialer(new FrameBusDialer(wire, settings.broker(), admission));
        var connection =
                BusConnection.open(dialer, identity, codec, wire.ticker(), plumbing.random());
        var environment = new HashMap<>(surroundings.environment());
        tokenFile.ifPresent(file -> environment.put(CollectorMain.TOKEN_FILE, file.toString()));
        return new AgentRun(settings, environment, wire, dialer, connection, codec);
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

    /// Why the last try to connect failed: not permitted, or nobody there.
    ErrorCode fault() {
        return dialer.fault().orElse(ErrorCode.NOT_CONNECTED);
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
