package daemoneye.rpc.agent.supervise.stop;

import static daemoneye.rpc.protocol.state.ProcessState.STOPPED;
import static daemoneye.rpc.protocol.state.ProcessState.STOPPING;

import daemoneye.rpc.agent.process.ProcessStat;
import daemoneye.rpc.agent.supervise.Life;
import daemoneye.rpc.agent.supervise.Refusals;
import daemoneye.rpc.agent.supervise.StateBoard;
import daemoneye.rpc.agent.supervise.Surroundings;
import daemoneye.rpc.client.serve.Answer;
import daemoneye.rpc.client.serve.Step;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.ExecutionCertainty;
import daemoneye.rpc.protocol.state.LastExit;
import daemoneye.rpc.protocol.state.ProcessState;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// How one collector is brought to its end. Confined to the loop.
public final class Stops {
    private static final Logger LOG = LoggerFactory.getLogger(Stops.class);
    private static final String AT_LAST = "its process, a zombie for a while, is gone at last";

    private static final GracefulAsk NO_CALL =
            (incarnation, order) -> CompletableFuture.completedFuture(Answer.done());

    private final StateBoard board;
    private final Surroundings around;
    private Optional<StopLadder> ladder = Optional.empty();
    private Runnable afterwards = this::asWished;
    private boolean zombie;

    public Stops(StateBoard board, Surroundings around) {
        this.board = board;
        this.around = around;
    }

    /// Ends its process, if it has one.
    public void stop(
            StopOrder order,
            GracefulAsk ask,
            Consumer<Step> progress,
            CompletableFuture<Answer> done) {
        var life = board.standing().life();
        if (life.isPresent()) {
            climb(life.get(), order, ask, progress, done);
        } else {
            board.become(STOPPED, order.reason());
            done.complete(Answer.done());
        }
    }

    /// Ends its process because it has to be restarted.
    ///
    /// @param afterwards decides what becomes of it when the process is gone, unless somebody
    ///     forces the end meanwhile: then it was wished
    public void recover(
            StopOrder order, GracefulAsk ask, Consumer<Step> progress, Runnable afterwards) {
        stop(order, ask, progress, new CompletableFuture<>());
        this.afterwards = afterwards;
    }

    /// Waits for its process to end by itself, as those do whose agent is gone, and helps by
    /// signals if it does not.
    public void outlast(Runnable then) {
        var order =
                StopOrder.gentle(
                        StopOrder.ALONE,
                        "left by an agent before; it ends by itself",
                        Optional.empty());
        recover(order, NO_CALL, step -> {}, then);
    }

    /// Kills its process, also while a slower end is under way.
    public void kill(String reason, CompletableFuture<Answer> done) {
        afterwards = this::asWished;
        if (ladder.isPresent()) {
            tellWhenOver(ladder.get(), done);
            ladder.get().kill();
        } else {
            stop(StopOrder.kill(reason), NO_CALL, step -> {}, done);
        }
    }

    /// Ends its process by signals, also while a slower end is under way.
    public void hurry(Duration grace, String reason, CompletableFuture<Answer> done) {
        if (board.standing().life().isEmpty()) {
            done.complete(Answer.done());
        } else if (ladder.isPresent()) {
            afterwards = this::asWished;
            tellWhenOver(ladder.get(), done);
            ladder.get().hurry(grace);
        } else {
            stop(StopOrder.signals(grace, reason), NO_CALL, step -> {}, done);
        }
    }

    /// The process is gone.
    public void exited() {
        var then = afterwards;
        afterwards = this::asWished;
        then.run();
        ladder.ifPresent(StopLadder::gone);
        ladder = Optional.empty();
    }

    private void asWished() {
        board.become(STOPPED, zombie ? Optional.of(AT_LAST) : board.standing().reason());
    }

    private void climb(
            Life life,
            StopOrder order,
            GracefulAsk ask,
            Consumer<Step> progress,
            CompletableFuture<Answer> done) {
        var before = board.state();
        zombie = false;
        board.become(STOPPING, order.reason());
        var begun = new StopLadder(life.process(), order, around.ticker(), around.loop(), progress);
        ladder = Optional.of(begun);
        var _ = begun.end().thenAccept(end -> ended(end, before));
        tellWhenOver(begun, done);
        begun.climb(() -> ask.ask(life.incarnation(), order));
    }

    private void ended(StopLadder.End end, ProcessState before) {
        switch (end) {
            case GONE -> {}
            case GAVE_UP -> {
                ladder = Optional.empty();
                board.become(before, "it did not end when asked to");
            }
            case NOT_GONE -> becomeZombie();
        }
    }

    private void becomeZombie() {
        zombie = true;
        long pid = board.info().pid().orElse(0);
        var why = ProcessStat.whyHeld(pid).map(text -> " (" + text + ")").orElse("");
        var sentence =
                "zombie: it was killed, but the system still holds process %d%s; it is told when"
                                .formatted(pid, why)
                        + " that is gone";
        LOG.warn("{} is a {}", board.id(), sentence);
        board.become(STOPPING, sentence);
    }

    private void tellWhenOver(StopLadder climbed, CompletableFuture<Answer> done) {
        var _ = climbed.end().thenAccept(end -> done.complete(answer(climbed, end)));
    }

    private Answer answer(StopLadder climbed, StopLadder.End end) {
        return switch (end) {
            case GONE -> {
                var exit = board.standing().lastExit().map(LastExit::summary).orElse("");
                yield Answer.done(climbed.report(exit));
            }
            case GAVE_UP -> failed("did not end in time and runs on: force the shutdown");
            case NOT_GONE ->
                    failed(
                            "is a zombie: killed, but the system still holds its process; it is"
                                    + " told when that is gone");
        };
    }

    private Answer failed(String how) {
        return Answer.failed(
                Refusals.failed(
                        ErrorCode.COLLECTOR_STOP_FAILED,
                        board.id() + " " + how,
                        ExecutionCertainty.EXECUTED,
                        board.info()));
    }
}
