package daemoneye.rpc.agent;

import daemoneye.rpc.agent.answering.AgentAnswers;
import daemoneye.rpc.agent.answering.CollectorDesk;
import daemoneye.rpc.agent.answering.Relay;
import daemoneye.rpc.agent.configuration.Configurations;
import daemoneye.rpc.agent.liveness.HeartbeatMonitor;
import daemoneye.rpc.agent.process.CollectorLauncher;
import daemoneye.rpc.agent.process.ForeignProcess;
import daemoneye.rpc.agent.registry.CollectorRegistry;
import daemoneye.rpc.agent.registry.IncarnationFile;
import daemoneye.rpc.agent.registry.LeftBehind;
import daemoneye.rpc.agent.registry.ProcessFile;
import daemoneye.rpc.agent.registry.ProcessSearch;
import daemoneye.rpc.agent.registry.RuntimeFolder;
import daemoneye.rpc.agent.supervise.CollectorSpec;
import daemoneye.rpc.agent.supervise.IncarnationSource;
import daemoneye.rpc.agent.supervise.OwnerLoop;
import daemoneye.rpc.agent.supervise.Surroundings;
import daemoneye.rpc.agent.supervise.collector.SupervisedCollector;
import daemoneye.rpc.agent.supervise.recover.FleetBrake;
import daemoneye.rpc.agent.supervise.recover.Recovery;
import daemoneye.rpc.client.call.RpcCaller;
import daemoneye.rpc.client.connection.Connection;
import daemoneye.rpc.client.connection.ConnectionState;
import daemoneye.rpc.client.connection.Received;
import daemoneye.rpc.client.serve.RpcService;
import daemoneye.rpc.protocol.message.HeartbeatData;
import daemoneye.rpc.protocol.message.StateChange;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.state.CollectorInfo;
import daemoneye.rpc.protocol.time.Ticker;
import daemoneye.rpc.protocol.topic.CollectorTopics;
import daemoneye.rpc.protocol.topic.TopicPattern;
import daemoneye.rpc.transport.bus.SubscriptionKind;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/// Owns the collectors of one host: starts them as processes, answers for them, counts their beats,
/// starts them again when they crash, and ends them together with itself.
///
/// Connection, caller and service belong to whoever made them; close them after the agent. Safe
/// from any thread; `start` and `close` block, `close` for 5 s at most.
public final class Agent implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Agent.class);

    /// From terminate to kill when the agent ends.
    static final Duration GRACE_AT_CLOSE = Duration.ofSeconds(4);

    /// How long `close` waits in all before it kills what is left.
    static final Duration LONGEST_CLOSE = Duration.ofSeconds(5);

    private final AgentSettings settings;
    private final Connection connection;
    private final Ticker ticker;
    private final RuntimeFolder folder;
    private final OwnerLoop loop;
    private final CollectorRegistry registry;
    private final HeartbeatMonitor monitor;
    private final Relay relay;
    private final StateNews news;
    private final ProcessFile processes;
    private final Configurations configurations;
    private final List<Runnable> endings = new CopyOnWriteArrayList<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    private Agent(
            AgentSettings settings,
            Connection connection,
            RpcCaller caller,
            RpcService service,
            Ticker ticker,
            CollectorLauncher launcher,
            RuntimeFolder folder,
            IncarnationSource incarnations) {
        this.settings = settings;
        this.connection = connection;
        this.ticker = ticker;
        this.folder = folder;
        this.loop = new OwnerLoop(settings.agentId());
        this.news = new StateNews(connection, ticker);
        this.processes =
                new ProcessFile(folder.file(settings.agentId() + "-processes.json"), ticker);
        this.configurations =
                new Configurations(
                        settings.stateFolder().resolve("config"), settings.agentId(), ticker);
        var surroundings = surroundings(launcher, incarnations);
        this.relay = new Relay(caller, settings.agentId(), ticker);
        var recovery =
                new Recovery(settings.recover(), new FleetBrake(ticker, loop, fleet()), relay);
        this.registry =
                new CollectorRegistry(
                        spec -> new SupervisedCollector(spec, surroundings, recovery),
                        added -> open(added, service, relay));
        this.monitor =
                new HeartbeatMonitor(
                        ticker,
                        loop,
                        settings.heartbeat(),
                        relay::answers,
                        new SilenceNews(registry));
    }

    /// Starts an agent and those of its collectors that start with it.
    ///
    /// @param launcher starts their processes, see
    ///     [daemoneye.rpc.agent.process.launch.JavaCollectorLauncher]
    /// @throws IOException with a sentence for people, if the runtime folder cannot be used
    public static Agent start(
            AgentSettings settings,
            Connection connection,
            RpcCaller caller,
            RpcService service,
            Ticker ticker,
            CollectorLauncher launcher)
            throws IOException {
        var folder = RuntimeFolder.open(settings.runtimeFolder(), settings.agentId());
        try {
            var file = folder.file(settings.agentId() + "-incarnations.json");
            var incarnations = IncarnationFile.open(file, ticker);
            var agent =
                    new Agent(
                            settings,
                            connection,
                            caller,
                            service,
                            ticker,
                            launcher,
                            folder,
                            incarnations);
            agent.knowCollectors();
            new Adoption(agent.registry, agent.monitor, agent.relay, ticker)
                    .takeOver(agent.leftBehind(), settings.collectors());
            agent.loop.execute(agent.processes::settled);
            agent.listen(service);
            agent.startCollectors();
            return agent;
        } catch (IOException e) {
            folder.close();
            throw e;
        }
    }

    /// How its collectors stand now, by id.
    public List<CollectorInfo> collectors() {
        return registry.infos();
    }

    /// Ends its collectors all at once, or leaves them running if the settings say so; then ends
    /// itself.
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        if (settings.leaveCollectorsRunning()) {
            registry.all().forEach(SupervisedCollector::release);
        } else {
            endCollectors();
        }
        endings.forEach(Runnable::run);
        endings.clear();
        loop.close();
        try {
            folder.close();
        } catch (IOException e) {
            LOG.warn("The runtime folder was not given back: {}", e.getMessage());
        }
    }

    /// Kills its collectors on the calling thread, unless they are to live on: for the last moments
    /// of a program.
    public void closeNow() {
        registry.all().forEach(SupervisedCollector::release);
        if (!settings.leaveCollectorsRunning()) {
            registry.all().forEach(SupervisedCollector::killNow);
        }
    }

    // The registry makes collectors that need the brake, which needs the registry.
    private FleetBrake.Fleet fleet() {
        return new FleetBrake.Fleet() {
            @Override
            public int size() {
                return registry.size();
            }

            @Override
            public boolean someoneIsWell() {
                return registry.someoneIsWell();
            }
        };
    }

    private void open(SupervisedCollector added, RpcService service, Relay relay) {
        var config = configurations.of(added.spec());
        var desk = CollectorDesk.open(added, service, relay, config, settings.agentId());
        endings.add(desk::close);
    }

    private Surroundings surroundings(CollectorLauncher launcher, IncarnationSource incarnations) {
        return new Surroundings(
                settings.agentId(),
                settings.host(),
                loop,
                ticker,
                launcher,
                incarnations,
                configurations,
                pid -> ForeignProcess.find(pid, ticker),
                this::changed);
    }

    private void listen(RpcService service) {
        var answers =
                new AgentAnswers(
                        registry, settings.agentId(), settings.host(), settings.heartbeat());
        var audit = new AuditAnswers(settings.auditFolder(), registry, settings.agentId());
        endings.add(
                service.answer(
                        TopicPattern.exactly(CollectorTopics.LIFECYCLE_BROADCAST),
                        SubscriptionKind.ANSWER,
                        answers.table().with(CollectorOperation.QUERY_AUDIT, audit::answer)));
        endings.add(
                connection.subscribe(
                        CollectorTopics.ALL_HEARTBEATS, SubscriptionKind.LISTEN, this::beat));
        endings.add(connection.watch(this::linkChanged));
    }

    // Before anybody is listened to: the first listing names all of them.
    private void knowCollectors() {
        settings.collectors().forEach(registry::findOrAdd);
    }

    private List<LeftBehind> leftBehind() throws IOException {
        return new ProcessSearch(settings.agentId(), settings.broker().toString())
                .completed(processes.read());
    }

    private void startCollectors() {
        settings.collectors().stream()
                .filter(CollectorSpec::autostart)
                .flatMap(spec -> registry.find(spec.id()).stream())
                .forEach(SupervisedCollector::autostart);
    }

    private void changed(StateChange change) {
        news.tell(change);
        monitor.changed(change);
        processes.write(
                registry.all().stream().flatMap(each -> LeftBehind.of(each).stream()).toList());
    }

    private void beat(Received received) {
        if (received.body() instanceof HeartbeatData beat) {
            registry.find(beat.collectorId()).ifPresent(each -> each.beat(beat));
            monitor.beat(beat);
        }
    }

    private void linkChanged(ConnectionState state) {
        boolean up = state instanceof ConnectionState.Connected;
        monitor.linkIs(up);
        if (up) {
            loop.execute(() -> registry.infos().forEach(news::repeat));
        }
    }

    private void endCollectors() {
        var ends =
                registry.all().stream()
                        .map(each -> each.retire(GRACE_AT_CLOSE, settings.agentId() + " ends"))
                        .toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(ends).get(LONGEST_CLOSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            LOG.warn(
                    "Not every collector ended within {} s; the rest is killed",
                    LONGEST_CLOSE.toSeconds());
            closeNow();
        } catch (ExecutionException e) {
            throw new IllegalStateException("operations end with an answer, never like this", e);
        } catch (InterruptedException _) {
            closeNow();
            Thread.currentThread().interrupt();
        }
    }
}
