package daemoneye.rpc.agent.registry;

import daemoneye.rpc.agent.supervise.CollectorSpec;
import daemoneye.rpc.agent.supervise.collector.SupervisedCollector;
import daemoneye.rpc.agent.supervise.recover.FleetBrake;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.state.CollectorInfo;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.function.Function;

/// The collectors of this agent by id: those it was given, and those that introduced themselves.
/// None is ever forgotten, so that its last exit can be asked for. Safe from any thread.
public final class CollectorRegistry implements FleetBrake.Fleet {
    /// Collectors that one agent looks after at most.
    public static final int MOST = 1000;

    private final Map<CollectorId, SupervisedCollector> collectors = new ConcurrentSkipListMap<>();
    private final Function<CollectorSpec, SupervisedCollector> making;
    private final Consumer<SupervisedCollector> added;

    /// @param added told of each new one, before anybody else can see it
    public CollectorRegistry(
            Function<CollectorSpec, SupervisedCollector> making,
            Consumer<SupervisedCollector> added) {
        this.making = making;
        this.added = added;
    }

    public Optional<SupervisedCollector> find(CollectorId id) {
        return Optional.ofNullable(collectors.get(id));
    }

    /// The one with this id, new if need be; empty if there are too many.
    public synchronized Optional<SupervisedCollector> findOrAdd(CollectorSpec spec) {
        var known = find(spec.id());
        if (known.isPresent() || collectors.size() >= MOST) {
            return known;
        }
        var made = making.apply(spec);
        added.accept(made);
        collectors.put(spec.id(), made);
        return Optional.of(made);
    }

    /// All, by id.
    public Collection<SupervisedCollector> all() {
        return List.copyOf(collectors.values());
    }

    /// Those that run, or should.
    @Override
    public int size() {
        return (int) collectors.values().stream().filter(CollectorRegistry::isWanted).count();
    }

    @Override
    public boolean someoneIsWell() {
        return collectors.values().stream().anyMatch(SupervisedCollector::isWell);
    }

    private static boolean isWanted(SupervisedCollector collector) {
        return switch (collector.info().state()) {
            case STARTING, RUNNING, PAUSED, FAILED, QUARANTINED -> true;
            case UNREGISTERED, STOPPING, STOPPED, UNKNOWN -> false;
        };
    }

    /// How all of them stand now, by id.
    public List<CollectorInfo> infos() {
        return collectors.values().stream().map(SupervisedCollector::info).toList();
    }
}
