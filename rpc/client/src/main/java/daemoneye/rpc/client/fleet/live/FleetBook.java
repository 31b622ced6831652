package daemoneye.rpc.client.fleet.live;

import daemoneye.rpc.client.fleet.CollectorView;
import daemoneye.rpc.client.fleet.MetricHistory;
import daemoneye.rpc.client.fleet.record.CollectorRecord;
import daemoneye.rpc.client.fleet.record.Moment;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.message.HeartbeatData;
import daemoneye.rpc.protocol.payload.CollectorListing;
import daemoneye.rpc.protocol.state.CollectorInfo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// All collectors that are known, by id. Loop thread only; times are nanoseconds.
final class FleetBook {
    /// Five times the largest fleet that is planned for. More are not let in: beats with made-up
    /// ids may not make us grow without bound.
    static final int MAX_COLLECTORS = 10_000;

    /// A collector that no agent knows is forgotten after this much silence.
    private static final long FORGET_STRAYS_AFTER = Duration.ofSeconds(60).toNanos();

    private static final Logger LOG = LoggerFactory.getLogger(FleetBook.class);

    private final Map<CollectorId, CollectorRecord> records = new TreeMap<>();
    private final Consumer<CollectorRecord> wantsCheck;
    private boolean changed;
    private boolean full;

    /// @param wantsCheck told of every collector whose health should be asked for soon
    FleetBook(Consumer<CollectorRecord> wantsCheck) {
        this.wantsCheck = wantsCheck;
    }

    Collection<CollectorRecord> records() {
        return records.values();
    }

    Optional<CollectorRecord> find(CollectorId id) {
        return Optional.ofNullable(records.get(id));
    }

    /// Whether this very record is still in the book.
    boolean has(CollectorRecord record) {
        return records.get(record.id()) == record;
    }

    MetricHistory history(CollectorId id) {
        return find(id).map(CollectorRecord::history).orElseGet(() -> new MetricHistory(Map.of()));
    }

    /// Takes a beat.
    ///
    /// @return whether an agent should be asked who this is
    boolean beat(HeartbeatData beat, String sender, long atNanos) {
        var record = find(beat.collectorId());
        if (record.isEmpty()) {
            record = add(CollectorRecord.met(beat, atNanos));
            record.ifPresent(added -> added.beat(beat, sender, atNanos));
            return record.isPresent();
        }
        if (record.get().beat(beat, sender, atNanos)) {
            wantsCheck.accept(record.get());
        }
        return false;
    }

    /// Takes what an agent says.
    void told(CollectorInfo info, long atNanos) {
        var record = find(info.collectorId());
        if (record.isEmpty()) {
            add(CollectorRecord.listed(info, atNanos));
        } else if (record.get().told(info, atNanos)) {
            wantsCheck.accept(record.get());
        }
    }

    /// Takes the answers of all agents to one question, and forgets what they do not know any more.
    /// Collectors of agents that did not answer stay as they are.
    ///
    /// @param askedNanos what agents said of a collector since then is newer than the answers
    void reconcile(List<CollectorListing> listings, long askedNanos, long nowNanos) {
        var answers = new HashMap<CollectorId, CollectorInfo>();
        var agents = new HashSet<String>();
        for (var listing : listings) {
            agents.add(listing.agentId());
            listing.collectors()
                    .forEach(info -> answers.merge(info.collectorId(), info, FleetBook::owner));
        }
        answers.values().stream()
                .filter(info -> find(info.collectorId()).filter(newer(askedNanos)).isEmpty())
                .forEach(info -> told(info, nowNanos));
        forget(answers.keySet(), agents, askedNanos, nowNanos);
    }

    void advance(Moment now) {
        records.values().forEach(record -> record.advance(now));
    }

    /// Our link was lost, and turned out to be dead since `heardNanos`.
    void linkLost(long heardNanos, long nowNanos) {
        records.values().forEach(record -> record.linkLost(heardNanos, nowNanos));
    }

    /// Whether views would say anything new but ages.
    boolean changed() {
        return changed || records.values().stream().anyMatch(CollectorRecord::changed);
    }

    /// All views, sorted by id.
    List<CollectorView> views(Moment now) {
        var views = new ArrayList<CollectorView>(records.size());
        records.values().forEach(record -> views.add(record.view(now)));
        changed = false;
        return views;
    }

    private Optional<CollectorRecord> add(CollectorRecord record) {
        if (records.size() >= MAX_COLLECTORS) {
            if (!full) {
                LOG.warn(
                        "More than {} collectors: {} and others are not shown.",
                        MAX_COLLECTORS,
                        record.id());
            }
            full = true;
            return Optional.empty();
        }
        records.put(record.id(), record);
        wantsCheck.accept(record);
        changed = true;
        return Optional.of(record);
    }

    private void forget(
            Set<CollectorId> known, Set<String> agents, long askedNanos, long nowNanos) {
        for (var record : List.copyOf(records.values())) {
            if (known.contains(record.id()) || newer(askedNanos).test(record)) {
                continue;
            }
            if (record.listed() && agents.contains(record.info().agentId())) {
                record.unlisted();
                removeIfSilent(record, 3 * record.intervalNanos(), nowNanos);
            } else if (!record.listed()) {
                removeIfSilent(record, FORGET_STRAYS_AFTER, nowNanos);
            }
        }
    }

    private void removeIfSilent(CollectorRecord record, long patienceNanos, long nowNanos) {
        if (!record.beatWithin(patienceNanos, nowNanos)) {
            records.remove(record.id());
            full = false;
            changed = true;
        }
    }

    private static Predicate<CollectorRecord> newer(long askedNanos) {
        return record -> record.listed() && record.infoNanos() > askedNanos;
    }

    /// If two agents claim a collector: the one that has a process for it.
    private static CollectorInfo owner(CollectorInfo one, CollectorInfo other) {
        return one.state().hasProcess() ? one : other;
    }
}
