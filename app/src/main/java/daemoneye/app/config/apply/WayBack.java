package daemoneye.app.config.apply;

import daemoneye.app.config.apply.ApplyViewModel.End;
import daemoneye.app.config.talk.Desk;
import daemoneye.app.config.talk.Reply;
import daemoneye.app.config.talk.UpdateResult;
import daemoneye.app.text.Messages;
import daemoneye.app.text.SafeText;
import daemoneye.rpc.client.call.CallOutcome;
import daemoneye.rpc.protocol.error.ErrorCode;

import java.time.Duration;

/// Puts the values of before back when a collector is not well with the new ones, and proves that
/// it is well with those. A collector that ends again and again may just be starting when it is
/// told: that is tried again. FX thread only.
final class WayBack {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int TRIES = 10;

    private final Desk desk;
    private final Wish wish;
    private final long version;
    private final ApplyViewModel run;
    private final Settled settled;
    private int tries;

    /// @param version that is not well
    WayBack(Desk desk, Wish wish, long version, ApplyViewModel run) {
        this.desk = desk;
        this.wish = wish;
        this.version = version;
        this.run = run;
        settled = new Settled(desk, wish.collector(), this::send);
    }

    void begin() {
        run.steps().begin(Messages.text("config.step.putBack", Long.toString(wish.base())));
        settled.begin();
    }

    Settled settled() {
        return settled;
    }

    // The connection may have been locked meanwhile, or the collector be gone.
    private void send() {
        tries++;
        if (!run.send(wish.back(version, desk.patience()), this::answered)) {
            run.steps().end(RunStep.Mark.FAILED, "");
            over(
                    End.DOUBTFUL,
                    Messages.text(
                            "config.end.mayNotPutBack", Long.toString(version), run.refusal()));
        }
    }

    private void answered(CallOutcome outcome) {
        switch (outcome) {
            case CallOutcome.Done done -> done(UpdateResult.of(done.response().payload()));
            case CallOutcome.Failed failed -> failed(new Reply.Trouble<>(failed.error()));
        }
    }

    private void done(UpdateResult answer) {
        if (answer.returned()) {
            run.steps().end(RunStep.Mark.FAILED, SafeText.of(answer.why(), 300));
            notPutBack();
            return;
        }
        boolean whole = answer.trouble().isEmpty();
        run.steps()
                .end(
                        whole ? RunStep.Mark.DONE : RunStep.Mark.WARNING,
                        whole ? RunWords.applied(answer) : SafeText.of(answer.trouble(), 300));
        // One that died of being told is started again with what it was told.
        if (answer.running() && (!whole || !answer.holdsLater())) {
            run.prove(answer.version(), this::proved);
        } else {
            returned(
                    RunWords.isGivenUp(desk, wish.collector())
                            ? "config.end.putBack.givenUp"
                            : "config.end.putBack.stopped");
        }
    }

    private void failed(Reply.Trouble<UpdateResult> trouble) {
        boolean busy = trouble.error().code().equals(ErrorCode.COLLECTOR_BUSY.name());
        if (busy && tries < TRIES) {
            var _ = desk.ticker().after(PAUSE, () -> desk.fxThread().execute(this::send));
        } else if (trouble.isUncertain()) {
            run.steps().end(RunStep.Mark.UNKNOWN, "");
            over(End.UNKNOWN, Messages.text("config.end.unknownBack", trouble.sentence()));
        } else {
            run.steps().end(RunStep.Mark.FAILED, trouble.sentence());
            notPutBack();
        }
    }

    private void notPutBack() {
        over(End.DOUBTFUL, Messages.text("config.end.notPutBack", Long.toString(version)));
    }

    private void proved(Proof.Verdict verdict) {
        if (verdict == Proof.Verdict.GOOD) {
            run.steps().end(RunStep.Mark.DONE, Messages.text("config.beats.enough", Proof.ENOUGH));
            returned("config.end.putBack");
        } else {
            run.steps().end(RunStep.Mark.FAILED, "");
            returned("config.end.putBack.unwell");
        }
    }

    private void returned(String key) {
        over(
                End.RETURNED,
                Messages.text(
                        key,
                        wish.collector(),
                        desk.patience().toSeconds(),
                        Long.toString(wish.base())));
    }

    private void over(End how, String sentence) {
        run.over(how, sentence);
    }
}
