package daemoneye.rpc.agent.supervise.recover;

import daemoneye.rpc.agent.supervise.StateBoard;
import daemoneye.rpc.agent.supervise.Surroundings;

import static daemoneye.rpc.protocol.state.ProcessState.FAILED;
import static daemoneye.rpc.protocol.state.ProcessState.QUARANTINED;

import daemoneye.rpc.protocol.time.Ticker;

import java.time.Duration;

/// What follows a crash of one collector: the wait and the restart, or the quarantine. Confined to
/// the loop.
public final class Crashes {
    private final StateBoard board;
    private final Surroundings around;
    private final Restarts restarts;
    private final Runnable startAgain;
    private Ticker.Alarm pending = () -> {};
    private boolean closing;

    /// @param startAgain runs on the loop
    public Crashes(StateBoard board, Surroundings around, Runnable startAgain) {
        this.board = board;
        this.around = around;
        this.restarts = new Restarts(around.ticker());
        this.startAgain = startAgain;
    }

    /// It crashed after a life of `lived`.
    public void crashed(String why, Duration lived) {
        switch (restarts.crashed(lived)) {
            case Restarts.Verdict.Again(var delay) -> waitForRestart(why, delay);
            case Restarts.Verdict.Enough(int crashes) -> {
                board.become(FAILED, why);
                board.become(
                        QUARANTINED,
                        "%d crashes within %d s, the last one: %s; mend it, then start it"
                                .formatted(crashes, Restarts.WINDOW.toSeconds(), why));
            }
        }
    }

    /// A person starts it: all crashes are forgotten.
    public void forget() {
        cancelRestart();
        restarts.forget();
    }

    public void cancelRestart() {
        pending.cancel();
    }

    /// From now on it is never started again.
    public void close() {
        closing = true;
        cancelRestart();
    }

    /// Automatic restarts since a person last started it.
    public int restarts() {
        return restarts.count();
    }

    private void waitForRestart(String why, Duration delay) {
        if (closing) {
            board.become(FAILED, why);
            return;
        }
        board.become(FAILED, "%s; it is started again in %d s".formatted(why, delay.toSeconds()));
        pending = around.ticker().after(delay, () -> around.loop().execute(this::restart));
    }

    // The alarm may have gone off just before it was cancelled.
    private void restart() {
        if (board.state() == FAILED && !closing) {
            restarts.startsAgain();
            startAgain.run();
        }
    }
}
