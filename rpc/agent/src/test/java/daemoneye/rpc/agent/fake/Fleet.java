package daemoneye.rpc.agent.fake;

import daemoneye.rpc.agent.process.CollectorProcess;
import daemoneye.rpc.agent.process.LaunchOrder;
import daemoneye.rpc.agent.supervise.CollectorSpec;
import daemoneye.rpc.agent.supervise.IncarnationSource;
import daemoneye.rpc.agent.supervise.SettingsAtStart;
import daemoneye.rpc.agent.supervise.Surroundings;
import daemoneye.rpc.agent.supervise.collector.SupervisedCollector;
import daemoneye.rpc.agent.supervise.recover.FleetBrake;
import daemoneye.rpc.agent.supervise.recover.Recovery;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.id.Incarnation;
import daemoneye.rpc.protocol.message.HeartbeatData;
import daemoneye.rpc.protocol.message.StateChange;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.CapabilitiesData;
import daemoneye.rpc.protocol.payload.RegistrationRequest;
import daemoneye.rpc.protocol.payload.ResourceRequirements;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.state.ProcessState;
import daemoneye.rpc.protocol.time.FakeTicker;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// An agent's collectors without an agent: time, processes and the loop are under control.
public final class Fleet {
    public static final String AGENT = "agent-test";
    public static final String HOST = "testhost";
    public static final CollectorId PROCMOND = new CollectorId("procmond");
    public static final CollectorSpec SPEC = new CollectorSpec(PROCMOND, "process-monitor", true);

    public final FakeTicker ticker = new FakeTicker();
    public final FakeLauncher launcher = new FakeLauncher();
    public final List<StateChange> changes = new CopyOnWriteArrayList<>();
    public final Map<Long, CollectorProcess> foreign = new HashMap<>();
    public final Map<String, ConfigValue> settings = new ConcurrentHashMap<>();

    /// Where settings come from when a process is launched; usually [#settings].
    public SettingsAtStart atStart = spec -> Map.copyOf(settings);

    public final InlineLoop loop = new InlineLoop();
    public final Counting incarnations = new Counting();
    public final FakeRescue rescue = new FakeRescue();
    public final List<SupervisedCollector> collectors = new ArrayList<>();
    public final FleetBrake brake =
            new FleetBrake(
                    ticker,
                    loop,
                    new FleetBrake.Fleet() {
                        @Override
                        public int size() {
                            return collectors.size();
                        }

                        @Override
                        public boolean someoneIsWell() {
                            return collectors.stream().anyMatch(SupervisedCollector::isWell);
                        }
                    });

    /// Counts from 1.
    public static final class Counting implements IncarnationSource {
        private long last;

        @Override
        public Incarnation next(CollectorId id) {
            return new Incarnation(++last);
        }

        @Override
        public void seen(CollectorId id, Incarnation incarnation) {
            last = Math.max(last, incarnation.value());
        }
    }

    public Surroundings surroundings() {
        return new Surroundings(
                AGENT,
                HOST,
                loop,
                ticker,
                launcher,
                incarnations,
                spec -> atStart.atStart(spec),
                pid -> Optional.ofNullable(foreign.get(pid)),
                changes::add);
    }

    /// A process of this host that nobody here started.
    public FakeProcess foreignProcess(long pid) {
        var order =
                new LaunchOrder(
                        PROCMOND,
                        "process-monitor",
                        new Incarnation(0),
                        Map.of(),
                        Map.of(),
                        Optional.empty());
        var process = new FakeProcess(pid, order);
        foreign.put(pid, process);
        return process;
    }

    public SupervisedCollector procmond() {
        return collector(SPEC, true);
    }

    /// @param recover whether anything is done by itself
    public SupervisedCollector collector(CollectorSpec spec, boolean recover) {
        var made =
                new SupervisedCollector(spec, surroundings(), new Recovery(recover, brake, rescue));
        collectors.add(made);
        return made;
    }

    /// The newest process registers and beats.
    public void becomesReady(SupervisedCollector collector) {
        var incarnation = collector.info().incarnation().orElseThrow();
        var _ = collector.register(registration(incarnation));
        collector.beat(beat(incarnation, 1, false));
    }

    /// States in the order they were told.
    public List<ProcessState> states() {
        return changes.stream().map(change -> change.info().state()).toList();
    }

    public static RegistrationRequest registration(Incarnation incarnation) {
        return registration(incarnation, 1000, Optional.of(AGENT), HOST);
    }

    public static RegistrationRequest registration(
            Incarnation incarnation, long pid, Optional<String> agent, String host) {
        return new RegistrationRequest(
                PROCMOND, "process-monitor", host, pid, incarnation, agent, "1", capabilities());
    }

    public static CapabilitiesData capabilities() {
        return new CapabilitiesData(
                PROCMOND,
                List.of("process"),
                List.of(CollectorOperation.HEALTH_CHECK),
                new ResourceRequirements(0, 0, List.of(), List.of()),
                List.of("linux"),
                Map.of());
    }

    public static HeartbeatData beat(Incarnation incarnation, long sequence, boolean paused) {
        return new HeartbeatData(
                PROCMOND,
                Instant.EPOCH,
                sequence,
                HealthStatus.HEALTHY,
                incarnation,
                7,
                1000,
                paused,
                Map.of());
    }
}
