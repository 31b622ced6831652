package daemoneye.app.config.apply;

import daemoneye.app.config.talk.Desk;
import daemoneye.app.guard.Guard;
import daemoneye.app.text.Messages;
import daemoneye.rpc.client.fleet.Beat;
import daemoneye.rpc.client.fleet.BeatKind;
import daemoneye.rpc.client.fleet.CollectorView;
import daemoneye.rpc.client.fleet.FleetSnapshot;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.state.ProcessState;
import daemoneye.rpc.protocol.time.Ticker;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// Waits until a collector beats well with a version of its settings, some beats in a row and in
/// one life. A beat counts if it came after the change was answered, names that very version, and
/// says no worse than the collector said before the change. What goes wrong later than that is not
/// seen here. FX thread only.
final class Proof {
    /// So many beats are proof enough.
    static final int ENOUGH = 3;

    /// How it ended.
    enum Verdict {
        GOOD,
        /// Not enough within the time, or it was given up by its agent.
        BAD,
        /// Its beats name a newer version: somebody changed it again.
        OVERTAKEN
    }

    private final Desk desk;
    private final String collector;
    private final long version;
    private final boolean wasWell;
    private final long since;
    private final Consumer<String> onDetail;
    private final Consumer<Verdict> onEnd;
    private Ticker.Alarm alarm = () -> {};
    private boolean over;

    /// @param version that beats have to name
    /// @param before the collector before the change; only a change for the worse counts
    /// @param onDetail takes how far it has come, in words
    /// @param onEnd takes the end, once
    Proof(
            Desk desk,
            String collector,
            long version,
            Optional<CollectorView> before,
            Consumer<String> onDetail,
            Consumer<Verdict> onEnd) {
        this.desk = desk;
        this.collector = collector;
        this.version = version;
        this.onDetail = onDetail;
        this.onEnd = onEnd;
        this.wasWell = before.map(each -> each.health() == HealthStatus.HEALTHY).orElse(true);
        this.since = newest(desk.fleet().snapshot());
    }

    private long newest(FleetSnapshot now) {
        return Guard.view(now, collector)
                .filter(view -> !view.beats().isEmpty())
                .map(view -> view.beats().getLast().atNanos())
                .orElse(Long.MIN_VALUE);
    }

    /// Begins to wait.
    void begin() {
        alarm = desk.ticker().after(desk.patience(), () -> desk.fxThread().execute(this::late));
        show(desk.fleet().snapshot());
    }

    private void late() {
        end(Verdict.BAD);
    }

    private void end(Verdict verdict) {
        if (!over) {
            over = true;
            alarm.cancel();
            onEnd.accept(verdict);
        }
    }

    /// Looks at what the fleet says.
    void show(FleetSnapshot snapshot) {
        if (over) {
            return;
        }
        if (snapshot.lastKnownAt().isPresent()) {
            onDetail.accept(Messages.text("config.beats.blind"));
            return;
        }
        Guard.view(snapshot, collector)
                .ifPresentOrElse(
                        this::judge,
                        () -> onDetail.accept(Messages.text("config.beats.gone", collector)));
    }

    private void judge(CollectorView view) {
        int good = inARow(view.beats());
        var named = named(view);
        if (named.isPresent() && named.getAsLong() > version) {
            end(Verdict.OVERTAKEN);
        } else if (view.state() == ProcessState.QUARANTINED) {
            end(Verdict.BAD);
        } else if (good >= ENOUGH) {
            end(Verdict.GOOD);
        } else {
            onDetail.accept(words(view, good, named));
        }
    }

    private String words(CollectorView view, int good, OptionalLong named) {
        if (!view.state().hasProcess()) {
            return Messages.text("config.beats.ended", collector);
        }
        if (named.isPresent() && named.getAsLong() < version) {
            return Messages.text("config.beats.old", Long.toString(named.getAsLong()));
        }
        boolean unwell = newBeat(view).filter(beat -> !isGood(beat.kind())).isPresent();
        return Messages.text(unwell ? "config.beats.unwell" : "config.beats.seen", good, ENOUGH);
    }

    /// The version that the newest beat names; empty before there is one.
    private OptionalLong named(CollectorView view) {
        return newBeat(view).stream()
                .filter(beat -> beat.configVersion() > 0)
                .mapToLong(Beat::configVersion)
                .findFirst();
    }

    private Optional<Beat> newBeat(CollectorView view) {
        return Optional.of(view.beats())
                .filter(beats -> !beats.isEmpty())
                .map(beats -> beats.getLast())
                .filter(beat -> beat.atNanos() > since);
    }

    // One that ends again and again beats well at the beginning of each of its lives.
    private int inARow(List<Beat> beats) {
        int row = 0;
        long last = 0;
        for (var beat : beats) {
            if (beat.atNanos() <= since || isNone(beat.kind())) {
                continue;
            }
            boolean good = beat.configVersion() == version && isGood(beat.kind());
            boolean sameLife = beat.sequence() > last;
            row = good ? (sameLife ? row : 0) + 1 : 0;
            last = beat.sequence();
        }
        return row;
    }

    private static boolean isNone(BeatKind kind) {
        return kind == BeatKind.OUR_OUTAGE || kind == BeatKind.SEQUENCE_GAP;
    }

    private boolean isGood(BeatKind kind) {
        return kind == BeatKind.GOOD
                || kind == BeatKind.LATE
                || (kind == BeatKind.DEGRADED && !wasWell);
    }

    /// Waits no longer.
    void stop() {
        over = true;
        alarm.cancel();
    }
}
