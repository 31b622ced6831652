package daemoneye.app;

import daemoneye.rpc.agent.Agent;
import daemoneye.rpc.agent.AgentSettings;
import daemoneye.rpc.agent.process.CollectorLauncher;
import daemoneye.rpc.agent.process.launch.CollectorJvm;
import daemoneye.rpc.agent.process.launch.JavaCollectorLauncher;
import daemoneye.rpc.agent.supervise.CollectorSpec;
import daemoneye.rpc.broker.BrokerSettings;
import daemoneye.rpc.broker.EmbeddedBroker;
import daemoneye.rpc.broker.session.SessionLimits;
import daemoneye.rpc.client.audit.AuditLog;
import daemoneye.rpc.client.audit.AuditNews;
import daemoneye.rpc.client.audit.RecentCalls;
import daemoneye.rpc.client.call.BusCaller;
import daemoneye.rpc.client.connection.BusConnection;
import daemoneye.rpc.client.place.Places;
import daemoneye.rpc.client.serve.BusService;
import daemoneye.rpc.collector.CollectorMain;
import daemoneye.rpc.transport.auth.Admission;
import daemoneye.rpc.transport.bus.BusDialer;
import daemoneye.rpc.transport.bus.ClientIdentity;
import daemoneye.rpc.transport.codec.BodyCodec;
import daemoneye.rpc.transport.wire.Wire;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// The whole system on one desk: a broker, and an agent with the standard collectors, inside this
/// process; the collectors are processes of their own and end with it, however it ends.
final class LocalSystem implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final EmbeddedBroker broker;
    private final BusConnection connection;
    private final AuditLog audit;
    private final BusService service;
    private final Agent agent;
    private final String agentId;

    private LocalSystem(
            EmbeddedBroker broker,
            BusConnection connection,
            AuditLog audit,
            BusService service,
            Agent agent,
            String agentId) {
        this.agentId = agentId;
        this.broker = broker;
        this.connection = connection;
        this.audit = audit;
        this.service = service;
        this.agent = agent;
    }

    /// Starts everything; the collectors are on their way when this returns.
    ///
    /// @throws IOException with a sentence, if the runtime folder cannot be used
    /// @throws java.util.concurrent.CompletionException with the sentence of the broker, if it
    ///     cannot listen
    static LocalSystem start(Wire wire, BodyCodec codec, Places places, String version)
            throws IOException {
        return start(
                wire,
                codec,
                places,
                version,
                AgentSettings.STANDARD_COLLECTORS,
                Map.of(),
                (settings, real) -> real);
    }

    /// Who starts the processes of an agent, when not it alone.
    @FunctionalInterface
    interface Launching {
        CollectorLauncher around(AgentSettings settings, CollectorLauncher real);
    }

    /// The same with other collectors, and another way to start them.
    ///
    /// @param environment of their processes, beside ours
    static LocalSystem start(
            Wire wire,
            BodyCodec codec,
            Places places,
            String version,
            List<CollectorSpec> collectors,
            Map<String, String> environment,
            Launching launching)
            throws IOException {
        var broker =
                EmbeddedBroker.start(
                                wire,
                                BrokerSettings.named("console-broker", version)
                                        .withLimits(roomFor(collectors.size())),
                                places.defaultAddress())
                        .join();
        var settings = settings(broker, places, collectors);
        var identity =
                new ClientIdentity(
                        settings.agentId(), "agent", version, ProcessHandle.current().pid());
        var connection =
                BusConnection.open(broker.dialer(), identity, codec, wire.ticker(), new Random());
        var audit =
                AuditLog.open(
                        settings.auditFolder(),
                        settings.agentId(),
                        wire.ticker(),
                        new AuditNews(connection, settings.agentId(), wire.ticker())::tell);
        var service = BusService.on(connection, codec, settings.agentId(), wire.ticker(), audit);
        RecentCalls.of(settings.auditFolder(), settings.agentId(), wire.ticker().now())
                .forEach(service::remember);
        try {
            connection.connected(PATIENCE).join();
            var agent = agent(wire, codec, settings, connection, service, environment, launching);
            return new LocalSystem(broker, connection, audit, service, agent, settings.agentId());
        } catch (IOException e) {
            service.close();
            audit.close();
            connection.close();
            broker.close();
            throw e;
        }
    }

    /// As usual, and for every collector besides.
    private static SessionLimits roomFor(int collectors) {
        var usual = SessionLimits.DEFAULT;
        return new SessionLimits(
                usual.sessions() + collectors,
                usual.subscriptionsPerSession(),
                usual.queuedBytes(),
                usual.queuedEventBytes(),
                usual.handshake(),
                usual.silence(),
                usual.longestDeadline(),
                usual.messagesPerSecond());
    }

    private static AgentSettings settings(
            EmbeddedBroker broker, Places places, List<CollectorSpec> collectors) {
        var usual = AgentSettings.standard(broker.address(), places.runtime(), places.state());
        return new AgentSettings(
                usual.agentId(),
                usual.host(),
                collectors,
                usual.broker(),
                usual.heartbeat(),
                usual.leaveCollectorsRunning(),
                usual.recover(),
                usual.runtimeFolder(),
                usual.stateFolder());
    }

    /// Without a token, which is for another broker: ours knows none.
    private static Map<String, String> environment(Map<String, String> more) {
        var environment = new HashMap<>(System.getenv());
        environment.putAll(more);
        environment.remove(CollectorMain.TOKEN_FILE);
        return environment;
    }

    private static Agent agent(
            Wire wire,
            BodyCodec codec,
            AgentSettings settings,
            BusConnection connection,
            BusService service,
            Map<String, String> environment,
            Launching launching)
            throws IOException {
        var launcher =
                new JavaCollectorLauncher(
                        CollectorJvm.ofThisProcess(),
                        settings.launchTerms(),
                        environment(environment),
                        wire.ticker());
        return Agent.start(
                settings,
                connection,
                new BusCaller(connection, codec, wire.ticker()),
                service,
                wire.ticker(),
                launching.around(settings, launcher));
    }

    /// Opens sessions with the broker.
    ///
    /// @param admission what to be let in as
    BusDialer dialer(Admission admission) {
        return broker.dialer(admission);
    }

    /// The agent whose collectors end with this process.
    String agentId() {
        return agentId;
    }

    /// Ends collectors, agent and broker, in this order; takes 5 s at most.
    @Override
    public void close() {
        agent.close();
        service.close();
        audit.close();
        connection.close();
        broker.close();
    }
}
