package daemoneye.rpc.agent.supervise.recover;

import static daemoneye.rpc.agent.supervise.StateBoard.Subject.SILENCE;
import static daemoneye.rpc.protocol.state.ProcessState.STOPPING;

import daemoneye.rpc.agent.supervise.Life;
import daemoneye.rpc.agent.supervise.StateBoard;
import daemoneye.rpc.agent.supervise.Surroundings;
import daemoneye.rpc.agent.supervise.stop.StopOrder;
import daemoneye.rpc.agent.supervise.stop.Stops;
import daemoneye.rpc.protocol.payload.ShutdownType;
import daemoneye.rpc.protocol.state.LastExit;
import daemoneye.rpc.protocol.time.Ticker;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// What is done by itself about one collector that lives and does not respond. Each step is a
/// change of state that everybody is told, with its time. Confined to the loop.
///
/// ```
///  silent ─2 intervals─► (brake) ─► probe ─no answer─► graceful ─3 s─► terminate ─2 s─► kill
///    ▲  │ beats again       │         │ answers                   STOPPING                 │
///    │  └──► well again ◄───┘         └─► again, 2 intervals later                         ▼
///    └ excused: our own link or loop           restart, or quarantine ◄─── as a crash ─── gone
/// ```
///
/// There is no way back once it was asked to end. A process that somebody else started is only
/// told about.
public final class RecoveryLadder {
    /// For the cleanup of one that does not respond.
    public static final Duration GRACEFUL = Duration.ofSeconds(3);

    /// From terminate to kill.
    public static final Duration GRACE = Duration.ofSeconds(2);

    /// So many more intervals must it be silent before anything is done.
    public static final int GRACE_INTERVALS = 2;

    private final StateBoard board;
    private final Surroundings around;
    private final Recovery recovery;
    private final Stops stops;
    private final Crashes crashes;
    private Optional<Episode> episode = Optional.empty();

    /// One silence of one life.
    private static final class Episode {
        private final Life life;
        private final long sinceNanos;
        private final Duration pause;
        private Ticker.Alarm next = () -> {};

        Episode(Life life, long sinceNanos, Duration pause) {
            this.life = life;
            this.sinceNanos = sinceNanos;
            this.pause = pause;
        }
    }

    public RecoveryLadder(
            StateBoard board,
            Surroundings around,
            Recovery recovery,
            Stops stops,
            Crashes crashes) {
        this.board = board;
        this.around = around;
        this.recovery = recovery;
        this.stops = stops;
        this.crashes = crashes;
    }

    /// It does not respond.
    ///
    /// @param silence since its last beat
    /// @param interval between its beats
    public void silent(Duration silence, Duration interval) {
        var life = board.standing().life();
        if (life.isEmpty() || board.state() == STOPPING) {
            return;
        }
        cancel();
        recovery.brake().wentBad(board.id());
        long since = around.ticker().nanos() - silence.toNanos();
        var begun = new Episode(life.get(), since, interval.multipliedBy(GRACE_INTERVALS));
        episode = Optional.of(begun);
        tell(told(silence) + "; " + outlook(begun));
        if (acts(begun)) {
            later(begun);
        }
    }

    /// Whether it is silent, and nothing has ended that yet.
    public boolean isSilent() {
        return episode.isPresent();
    }

    /// It beats again, or its silence is no news any more.
    public void over() {
        if (episode.isPresent()) {
            cancel();
            board.remark(SILENCE, Optional.empty());
        }
    }

    /// Whatever it is, somebody else deals with it now, or its process is gone.
    public void cancel() {
        episode.ifPresent(each -> each.next.cancel());
        episode = Optional.empty();
        recovery.brake().forget(board.id());
    }

    private boolean acts(Episode begun) {
        return recovery.on() && begun.life.ours();
    }

    private String outlook(Episode begun) {
        if (!begun.life.ours()) {
            return "it was started by hand: look after it";
        }
        return recovery.on()
                ? String.format(Locale.ROOT, "recovery begins in %.1f s", seconds(begun.pause))
                : Recovery.OFF;
    }

    private void later(Episode begun) {
        begun.next =
                around.ticker().after(begun.pause, () -> around.loop().execute(() -> begin(begun)));
    }

    private void begin(Episode begun) {
        if (isCurrent(begun)) {
            recovery.brake()
                    .whenFree(
                            board.id(),
                            false,
                            () -> probe(begun),
                            why -> tell(told(silence(begun)) + "; " + why));
        }
    }

    private void probe(Episode begun) {
        if (!isCurrent(begun)) {
            return;
        }
        tell(step("probe: asked for its health", begun));
        var _ =
                recovery.rescue()
                        .answers(board.id())
                        .thenAccept(answers -> around.loop().execute(() -> probed(begun, answers)));
    }

    private void probed(Episode begun, boolean answers) {
        if (!isCurrent(begun)) {
            return;
        }
        if (answers) {
            tell(step("it answers; waiting for its heartbeats", begun));
            later(begun);
        } else {
            end(begun);
        }
    }

    private void end(Episode begun) {
        cancel();
        var reason = step("asking it to end", begun);
        var order =
                new StopOrder(
                        ShutdownType.IMMEDIATE,
                        GRACEFUL,
                        GRACE,
                        true,
                        reason,
                        Optional.of(begun.life.incarnation()));
        stops.recover(
                order,
                (incarnation, how) -> recovery.rescue().askToEnd(board.id(), incarnation, how),
                told -> board.become(STOPPING, step(told.text(), begun)),
                () -> ended(begun));
    }

    private void ended(Episode begun) {
        var how = board.standing().lastExit().map(LastExit::summary).orElse("gone");
        crashes.crashed(
                String.format(
                        Locale.ROOT,
                        "it did not respond for %.1f s and was ended (%s)",
                        seconds(silence(begun)),
                        how),
                around.ticker().since(begun.life.sinceNanos()));
    }

    private void tell(String sentence) {
        board.remark(SILENCE, Optional.of(sentence));
    }

    private boolean isCurrent(Episode begun) {
        return episode.filter(each -> each == begun).isPresent()
                && board.standing().life().equals(Optional.of(begun.life))
                && board.state() != STOPPING;
    }

    private Duration silence(Episode begun) {
        return around.ticker().since(begun.sinceNanos);
    }

    private String step(String phrase, Episode begun) {
        return String.format(
                Locale.ROOT, "recovery, %s (silent for %.1f s)", phrase, seconds(silence(begun)));
    }

    private static String told(Duration silence) {
        return String.format(
                Locale.ROOT,
                "it does not respond: no heartbeat for %.1f s, two health checks failed",
                seconds(silence));
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
