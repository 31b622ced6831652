package daemoneye.rpc.collector.lifecycle;

import daemoneye.rpc.client.audit.chain.Standing;
import daemoneye.rpc.collector.capability.CollectorType;
import daemoneye.rpc.collector.capability.HeldCapabilities;
import daemoneye.rpc.collector.fake.FakeAgents;
import daemoneye.rpc.collector.fake.FakeConnection;
import daemoneye.rpc.collector.fake.FakeGatherer;
import daemoneye.rpc.collector.fake.FakeService;
import daemoneye.rpc.collector.health.OwnUse;
import daemoneye.rpc.collector.settings.CollectorSettings;
import daemoneye.rpc.collector.settings.LiveSettings;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.id.Incarnation;
import daemoneye.rpc.protocol.time.FakeTicker;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/// A collector on a stage: time, bus, agents and machine move as the test says, all on one thread.
final class Stage {
    static final CollectorId ID = new CollectorId("procmond");
    static final Incarnation LIFE = new Incarnation(7);

    final FakeTicker ticker = new FakeTicker();
    final FakeConnection connection = new FakeConnection();
    final FakeAgents agents = new FakeAgents();
    final FakeService service = new FakeService();
    final FakeGatherer gatherer = new FakeGatherer();
    final LiveSettings settings;
    final Collector collector;
    Standing audit = new Standing.Working();
    boolean auditWritable = true;
    private Duration cpuTime = Duration.ZERO;

    Stage(Path stateFolder) {
        this(stateFolder, Map.of("config_version", ConfigValue.of(3)));
    }

    Stage(Path stateFolder, Map<String, ConfigValue> told) {
        this(stateFolder, told, Optional.of("agent-1"));
    }

    Stage(Path stateFolder, Map<String, ConfigValue> told, Optional<String> agent) {
        settings = new LiveSettings(CollectorSettings.told(CollectorType.PROCESS, told));
        var spec =
                new CollectorSpec(
                        ID, agent, LIFE, Duration.ofSeconds(1), settings, "host", 4242, "test");
        var means =
                new CollectorMeans(
                        ticker,
                        Runnable::run,
                        Runnable::run,
                        new Random(1),
                        use(),
                        new HeldCapabilities(Set.of("CAP_SYS_PTRACE")),
                        stateFolder,
                        () -> audit,
                        () -> CompletableFuture.completedFuture(auditWritable));
        collector =
                new Collector(
                        spec, gatherer, new CollectorLink(connection, agents, service), means);
    }

    /// Started, connected, and accepted with a beat each second.
    static Stage running(Path stateFolder) {
        var stage = new Stage(stateFolder);
        stage.agents.answer(FakeAgents.accepted(1_000));
        stage.collector.start();
        stage.connection.up();
        return stage;
    }

    void seconds(double seconds) {
        ticker.advance(Duration.ofNanos((long) (seconds * 1e9)));
    }

    void work(Duration time) {
        cpuTime = cpuTime.plus(time);
    }

    private OwnUse use() {
        return new OwnUse() {
            @Override
            public Duration cpuTime() {
                return cpuTime;
            }

            @Override
            public OptionalDouble residentMb() {
                return OptionalDouble.of(61.5);
            }
        };
    }
}
