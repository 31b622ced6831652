package daemoneye.rpc.client.fleet.record;

import daemoneye.rpc.client.fleet.CollectorView;
import daemoneye.rpc.client.fleet.MetricHistory;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.message.HeartbeatData;
import daemoneye.rpc.protocol.payload.HealthCheckData;
import daemoneye.rpc.protocol.state.CollectorInfo;
import daemoneye.rpc.protocol.state.Liveness;
import daemoneye.rpc.protocol.state.ProcessState;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// All that is known of one collector, and what is believed because of it. Where its agent and its
/// beats differ, the newer word counts; that the process is gone is the agent's word, until two
/// good beats prove it wrong. Loop thread only; times are nanoseconds.
public final class CollectorRecord {
    private static final long LEAST_INTERVAL = Duration.ofMillis(100).toNanos();
    private static final long MOST_INTERVAL = Duration.ofMinutes(5).toNanos();
    private static final int CONFLICT_INTERVALS = 3;

    private final BeatWindow beats = new BeatWindow();
    private final Lives lives = new Lives();
    private final LivenessRule liveness;
    private final ProbeRound probes = new ProbeRound();
    private final HealthNews news = new HealthNews();
    private final FigureTable vitals = new FigureTable();
    private final FigureTable metrics = new FigureTable();
    private final AwaitedReturn comeback = new AwaitedReturn();
    private final Portrait portrait = new Portrait();

    private CollectorInfo info;
    private boolean listed;
    private long infoNanos;
    private boolean overruled;
    private Optional<Heard> heard = Optional.empty();
    private Optional<String> conflict = Optional.empty();
    private HealthVerdict health = HealthRollup.noNews();
    private boolean changed = true;

    /// The newest beat of the life that is known.
    record Heard(HeartbeatData beat, Map<String, Double> vitals, long atNanos) {}

    private CollectorRecord(CollectorInfo info, boolean listed, long nowNanos) {
        this.info = info;
        this.listed = listed;
        infoNanos = nowNanos;
        liveness = new LivenessRule(nowNanos);
        info.incarnation().ifPresent(lives::told);
    }

    /// One that an agent told of.
    public static CollectorRecord listed(CollectorInfo info, long nowNanos) {
        return new CollectorRecord(info, true, nowNanos);
    }

    /// One that was heard before any agent told of it; its first beat is yet to be taken.
    public static CollectorRecord met(HeartbeatData beat, long nowNanos) {
        var info =
                new CollectorInfo(
                        beat.collectorId(),
                        "unknown",
                        "",
                        "",
                        ProcessState.UNKNOWN,
                        Optional.empty(),
                        OptionalLong.empty(),
                        Optional.of(beat.incarnation()),
                        OptionalLong.empty(),
                        beat.configVersion(),
                        0,
                        Optional.empty(),
                        List.of());
        return new CollectorRecord(info, false, nowNanos);
    }

    public CollectorId id() {
        return info.collectorId();
    }

    public CollectorInfo info() {
        return info;
    }

    /// Whether an agent knows it; else only its beats do.
    public boolean listed() {
        return listed;
    }

    /// When its agent last spoke of it.
    public long infoNanos() {
        return infoNanos;
    }

    public Liveness liveness() {
        return liveness.state();
    }

    public long intervalNanos() {
        return liveness.intervalNanos();
    }

    public ProbeRound probes() {
        return probes;
    }

    HealthNews news() {
        return news;
    }

    HealthVerdict health() {
        return health;
    }

    Optional<Heard> heard() {
        return heard;
    }

    BeatWindow beats() {
        return beats;
    }

    /// Takes a beat.
    ///
    /// @param sender the session it came from
    /// @return whether its health should be asked for: first beat, other status, or a gap
    public boolean beat(HeartbeatData beat, String sender, long atNanos) {
        changed = true;
        return switch (lives.beat(beat.incarnation(), sender, atNanos)) {
            case OLD -> false;
            case SAME -> believe(beat, atNanos, heard.isEmpty() && !gone());
            case NEW -> {
                beginLife(atNanos);
                yield believe(beat, atNanos, true);
            }
        };
    }

    /// Takes what its agent says.
    ///
    /// @return whether its health should be asked for: another state or another process
    public boolean told(CollectorInfo newer, long atNanos) {
        boolean older =
                newer.incarnation().flatMap(one -> lives.newest().map(one::compareTo)).orElse(0)
                        < 0;
        boolean newLife = newer.incarnation().map(lives::told).orElse(false);
        boolean moved = newLife || newer.state() != info.state();
        info = newer;
        infoNanos = atNanos;
        listed = true;
        changed = true;
        if (newLife) {
            beginLife(atNanos);
        }
        if (moved || older) {
            overruled = older && heard.isPresent();
        }
        if (gone()) {
            endLife();
        }
        return moved;
    }

    /// Whether its last beat is no older than this.
    public boolean beatWithin(long patienceNanos, long nowNanos) {
        return heard.filter(last -> nowNanos - last.atNanos() <= patienceNanos).isPresent();
    }

    /// No agent knows it any more, but it beats.
    public void unlisted() {
        listed = false;
        changed = true;
    }

    /// @param answeredAt by the collector's clock
    public void checkAnswered(HealthCheckData data, Instant answeredAt, long nowNanos) {
        news.answered(data, answeredAt, nowNanos);
        metrics.add(nowNanos, data.metrics());
        changed = true;
    }

    /// One that fails while it still has to come back from our outage says nothing about it.
    public void checkFailed(String why) {
        if (!comeback.awaited()) {
            news.failed(why);
            changed = true;
        }
    }

    /// It does not beat, but it answers probes.
    public void probeAnswered() {
        liveness.answered();
    }

    /// Whether asking for its health makes sense: a process that should answer.
    public boolean checkable() {
        return switch (liveness.state()) {
            case LIVE, LATE -> true;
            case UNKNOWN -> !gone() && !awaited();
            // Suspects are probed, which is the same question asked with more vigour.
            case SUSPECT, UNRESPONSIVE, DOWN -> false;
        };
    }

    /// Lets time pass.
    public void advance(Moment now) {
        var before = liveness.state();
        boolean returning = comeback.advance(now);
        if (!now.linkUp()) {
            outage(now.nanos());
        } else if (gone()) {
            liveness.gone();
        } else if (awaited()) {
            liveness.excuse(now.nanos());
        } else if (returning || now.lagNanos() > liveness.intervalNanos()) {
            outage(now.nanos());
        } else {
            liveness.advance(now.nanos(), probes.confirmed());
            changed |= beats.silence(now.nanos());
            overruled &= liveness.state() != Liveness.SUSPECT;
        }
        var rival = lives.conflict(now.nanos(), CONFLICT_INTERVALS * liveness.intervalNanos());
        changed |= before != liveness.state() || !rival.equals(conflict);
        conflict = rival;
    }

    /// Our link was lost, and turned out to be dead since `heardNanos`.
    public void linkLost(long heardNanos, long nowNanos) {
        beats.doubtSince(heardNanos);
        if (heard.isPresent()) {
            comeback.linkLost(nowNanos);
        }
        changed = true;
    }

    /// Whether a new view would say anything new but ages.
    public boolean changed() {
        return changed;
    }

    public CollectorView view(Moment now) {
        if (changed && now.linkUp()) {
            health = judge();
        }
        var view = portrait.of(this, now, changed);
        changed = false;
        return view;
    }

    public MetricHistory history() {
        var series = new LinkedHashMap<String, List<MetricHistory.Point>>();
        vitals.copyTo(series);
        metrics.copyTo(series);
        return new MetricHistory(series);
    }

    /// The process as it is believed to be while our link works.
    ProcessState state() {
        if (heard.isEmpty() || gone() || info.state() == ProcessState.STOPPING) {
            return info.state();
        }
        boolean agentKnows =
                info.state() == ProcessState.RUNNING || info.state() == ProcessState.PAUSED;
        if (agentKnows && infoNanos > heard.get().atNanos()) {
            return info.state();
        }
        if (comeback.makesOld(heard.get().atNanos())) {
            return ProcessState.UNKNOWN;
        }
        return heard.get().beat().paused() ? ProcessState.PAUSED : ProcessState.RUNNING;
    }

    /// Whether the process is believed to have ended.
    boolean gone() {
        return !overruled
                && switch (info.state()) {
                    case UNREGISTERED, STOPPED, FAILED, QUARANTINED -> true;
                    case STARTING, RUNNING, PAUSED, STOPPING, UNKNOWN -> false;
                };
    }

    private boolean believe(HeartbeatData beat, long atNanos, boolean firstOfLife) {
        long interval = Math.clamp(beat.intervalMs() * 1_000_000L, LEAST_INTERVAL, MOST_INTERVAL);
        var arrival =
                beats.beat(atNanos, beat.sequence(), beat.status(), interval, beat.configVersion());
        if (arrival.repeated()) {
            return false;
        }
        boolean sameStatus =
                heard.filter(before -> before.beat().status() == beat.status()).isPresent();
        comeback.over();
        liveness.beat(atNanos, interval, arrival.inTime(), firstOfLife);
        heard = Optional.of(new Heard(beat, Map.copyOf(beat.vitals()), atNanos));
        vitals.add(atNanos, beat.vitals());
        overruled |= gone() && liveness.state() == Liveness.LIVE;
        return !sameStatus || arrival.gap();
    }

    private void beginLife(long nowNanos) {
        endLife();
        news.forget();
        overruled = false;
        liveness.excuse(nowNanos);
    }

    private void endLife() {
        heard = Optional.empty();
        comeback.over();
        beats.rest();
        if (gone()) {
            liveness.gone();
        }
    }

    private void outage(long nowNanos) {
        liveness.excuse(nowNanos);
        if (!gone()) {
            changed |= beats.outage(nowNanos);
        }
    }

    /// Spawned, and its first beat is still to come: nothing is due yet.
    private boolean awaited() {
        return info.state() == ProcessState.STARTING && heard.isEmpty();
    }

    private HealthVerdict judge() {
        var verdict =
                switch (liveness.state()) {
                    case DOWN -> HealthRollup.gone(info);
                    case UNRESPONSIVE -> HealthRollup.unresponsive(probes.why());
                    case LIVE, LATE, SUSPECT, UNKNOWN ->
                            news.judge(heard.map(last -> last.beat().status()));
                };
        return conflict.map(who -> HealthRollup.conflict(who).worst(verdict)).orElse(verdict);
    }
}
