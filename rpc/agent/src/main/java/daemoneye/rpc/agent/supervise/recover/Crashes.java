package daemoneye.rpc.agent.supervise.recover;

import static daemoneye.rpc.protocol.state.ProcessState.FAILED;
import static daemoneye.rpc.protocol.state.ProcessState.QUARANTINED;

import daemoneye.rpc.agent.supervise.StateBoard;
import daemoneye.rpc.agent.supervise.Surroundings;
import daemoneye.rpc.protocol.time.Ticker;

import java.time.Duration;

/// What follows a crash of one collector: the wait and the restart, or the quarantine. Confined to
/// the loop.
public final class Crashes {
    private final StateBoard board;
    private final Surroundings around;
    private final Recovery recovery;
    private final Restarts restarts;
    private final Runnable startAgain;
    private Ticker.Alarm pending = () -> {};
    private boolean closing;

    /// @param startAgain runs on the loop
    public Crashes(StateBoard board, Surroundings around, Recovery recovery, Runnable startAgain) {
        this.board = board;
        this.around = around;
        this.recovery = recovery;
        this.restarts = new Restarts(around.ticker());
        this.startAgain = startAgain;
    }

    /// It crashed after a life of `lived`.
    public void crashed(String why, Duration lived) {
        if (closing) {
            board.become(FAILED, why);
            return;
        }
        recovery.brake().wentBad(board.id());
        if (!recovery.on()) {
            board.become(FAILED, why + "; " + Recovery.OFF);
            return;
        }
        switch (restarts.crashed(lived)) {
            case Restarts.Verdict.Again(var delay) -> waitForRestart(why, delay);
            case Restarts.Verdict.Enough(int count) -> {
                board.become(FAILED, why);
                board.become(
                        QUARANTINED,
                        "%d restarts within %d s did not help, the last time: %s; mend it, then"
                                        .formatted(count, Restarts.WINDOW.toSeconds(), why)
                                + " start it");
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
        recovery.brake().forget(board.id());
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
        board.become(FAILED, "%s; it is started again in %d s".formatted(why, delay.toSeconds()));
        pending = around.ticker().after(delay, () -> around.loop().execute(() -> restart(why)));
    }

    private void restart(String why) {
        if (isWaiting()) {
            recovery.brake()
                    .whenFree(
                            board.id(),
                            true,
                            this::restartNow,
                            held -> board.become(FAILED, why + "; " + held));
        }
    }

    private void restartNow() {
        if (isWaiting()) {
            restarts.startsAgain();
            startAgain.run();
        }
    }

    // The alarm may have gone off just before it was cancelled.
    private boolean isWaiting() {
        return board.state() == FAILED && !closing;
    }
}
