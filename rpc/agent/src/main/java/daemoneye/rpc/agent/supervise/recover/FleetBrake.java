package daemoneye.rpc.agent.supervise.recover;

import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.time.Ticker;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Keeps automatic recovery back while so many collectors go bad at once that it is probably us:
/// more than a fifth of the fleet within [#WINDOW], and at least [#LEAST]. (A fifth of four is not
/// even one: for small fleets it is the number that counts.)
///
/// ```
///  FREE ──[LEAST] and more than a fifth within [WINDOW]──► ON
///   ▲                                                      │ every second:
///   ├── a person starts, stops or restarts any collector ──┤
///   ├── nothing new for [WINDOW], and somebody is well ────┤
///   │                                                      │
///   └─ as above, once it is well ◄── one that is gone is ──┘ nobody is well, nothing new
///                                    started, to see            for [CALM]
/// ```
///
/// The last way out is there because a process that ended is a fact, not our imagination: if all
/// died together, one is tried each minute. Processes that are only silent are never touched
/// without somebody else being well. Confined to the loop.
public final class FleetBrake {
    /// So close together must they go bad.
    public static final Duration WINDOW = Duration.ofSeconds(10);

    /// So many at least.
    public static final int LEAST = 3;

    /// From one trial to the next while nobody is well.
    public static final Duration CALM = Duration.ofSeconds(60);

    private static final int SHARE = 5;
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(FleetBrake.class);

    private final Ticker ticker;
    private final Executor loop;
    private final Fleet fleet;
    private final Map<CollectorId, Long> bad = new HashMap<>();
    private final Map<CollectorId, Waiting> waiting = new LinkedHashMap<>();
    private Optional<String> cause = Optional.empty();
    private long lastNanos;
    private long triedNanos;

    /// The collectors of an agent, as far as the brake needs to know them. Asked on the loop.
    public interface Fleet {
        /// How many are to run.
        int size();

        /// Whether at least one runs and responds.
        boolean someoneIsWell();
    }

    private record Waiting(boolean gone, Runnable task) {}

    public FleetBrake(Ticker ticker, Executor loop, Fleet fleet) {
        this.ticker = ticker;
        this.loop = loop;
        this.fleet = fleet;
    }

    /// It crashed, or fell silent.
    public void wentBad(CollectorId id) {
        long now = ticker.nanos();
        lastNanos = now;
        bad.put(id, now);
        bad.values().removeIf(at -> now - at > WINDOW.toNanos());
        int size = Math.max(fleet.size(), bad.size());
        if (cause.isEmpty() && bad.size() >= LEAST && bad.size() * SHARE > size) {
            pull(bad.size(), size);
        }
    }

    /// Runs `task` now, or when the brake lets go; a later task for the same collector replaces it.
    ///
    /// @param gone whether it has no process any more
    /// @param held told why the task has to wait, if it has to
    void whenFree(CollectorId id, boolean gone, Runnable task, Consumer<String> held) {
        if (cause.isEmpty()) {
            task.run();
        } else {
            waiting.put(id, new Waiting(gone, task));
            held.accept(cause.get());
        }
    }

    /// Nothing is to be done about it any more.
    void forget(CollectorId id) {
        waiting.remove(id);
    }

    /// Somebody takes care.
    public void personActs() {
        if (cause.isPresent()) {
            letGo("somebody acts");
        }
    }

    /// Whether recovery is kept back now.
    boolean isOn() {
        return cause.isPresent();
    }

    private void pull(int many, int size) {
        cause =
                Optional.of(
                        "nothing is done by itself for now: %d of %d collectors went bad within %d"
                                        .formatted(many, size, WINDOW.toSeconds())
                                + " s, which is probably this host or its agent; start or restart"
                                + " one to go on");
        triedNanos = lastNanos;
        LOG.warn("Recovery is held back: {}", cause.get());
        lookLater();
    }

    private void lookLater() {
        ticker.after(LOOK, () -> loop.execute(this::look));
    }

    private void look() {
        if (cause.isEmpty()) {
            return;
        }
        var calm = ticker.since(lastNanos);
        if (calm.compareTo(WINDOW) >= 0 && fleet.someoneIsWell()) {
            letGo("the rest is well");
            return;
        }
        if (calm.compareTo(CALM) >= 0 && ticker.since(triedNanos).compareTo(CALM) >= 0) {
            triedNanos = ticker.nanos();
            tryOne();
        }
        lookLater();
    }

    private void tryOne() {
        waiting.entrySet().stream()
                .filter(each -> each.getValue().gone())
                .map(Map.Entry::getKey)
                .findFirst()
                .ifPresent(
                        id -> {
                            LOG.info("Recovery is held back, but {} is tried", id);
                            Optional.ofNullable(waiting.remove(id))
                                    .ifPresent(each -> each.task().run());
                        });
    }

    private void letGo(String why) {
        LOG.info("Recovery goes on: {}", why);
        cause = Optional.empty();
        bad.clear();
        var tasks = List.copyOf(waiting.values());
        waiting.clear();
        tasks.forEach(each -> each.task().run());
    }
}
