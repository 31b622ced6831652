package daemoneye.app.config.apply;

import daemoneye.app.calls.OperationState;
import daemoneye.app.calls.OperationViewModel;
import daemoneye.app.config.talk.ConfigTalk;
import daemoneye.app.config.talk.Desk;
import daemoneye.app.config.talk.Reply;
import daemoneye.app.config.talk.Snapshot;
import daemoneye.app.config.talk.UpdateResult;
import daemoneye.app.guard.Ask;
import daemoneye.app.guard.Guard;
import daemoneye.app.text.Messages;
import daemoneye.app.text.SafeText;
import daemoneye.rpc.client.call.CallOutcome;
import daemoneye.rpc.client.fleet.CollectorView;
import daemoneye.rpc.client.fleet.FleetSnapshot;
import daemoneye.rpc.protocol.payload.ConfigUpdateRequest;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// A change on its way: sent, answered key by key, read back, proved by good beats, or taken back.
/// FX thread only.
///
/// ```
/// SEND ─► READ BACK ─► BEATS ─► applied
///   │ refused, conflict    │ not enough in time
///   │ or unknown           ▼
///   │                 PUT BACK (if wished) ─► BEATS ─► returned
///   ▼                      │ unknown
///  over ◄──────────────────┤
///   │ "Check what happened"│
///   └──► CHECK ─► READ BACK┘
/// ```
public final class ApplyViewModel {
    /// How it ended.
    public enum End {
        RUNNING,
        APPLIED,
        /// The old values hold again.
        RETURNED,
        REFUSED,
        CONFLICT,
        /// Nobody knows; one can ask again.
        UNKNOWN,
        /// It holds, but the collector is not well, or cannot be seen.
        DOUBTFUL
    }

    private final Desk desk;
    private final ConfigTalk talk;
    private final Wish wish;
    private final Optional<CollectorView> before;
    private final RunSteps steps = new RunSteps();
    private final KeyResults keys;
    private final ReadOnlyObjectWrapper<End> end = new ReadOnlyObjectWrapper<>(End.RUNNING);
    private final ReadOnlyStringWrapper result = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper checkable = new ReadOnlyBooleanWrapper(false);
    private Optional<Proof> proof = Optional.empty();
    private Optional<WayBack> wayBack = Optional.empty();
    private Optional<OperationViewModel> operation = Optional.empty();
    private Map<String, String> refused = Map.of();
    private OptionalLong version = OptionalLong.empty();
    private Optional<Snapshot> held = Optional.empty();
    private boolean oneOfSeveral;

    public ApplyViewModel(Desk desk, ConfigTalk talk, Wish wish) {
        this.desk = desk;
        this.talk = talk;
        this.wish = wish;
        this.keys = new KeyResults(wish.changes());
        this.before = Guard.view(desk.fleet().snapshot(), wish.collector());
    }

    /// It is one of several: whoever began them all tells how they ended.
    public void joinOthers() {
        oneOfSeveral = true;
    }

    /// Sends it.
    public void begin() {
        steps.begin(Messages.text("config.step.send"));
        if (!send(wish.request(), this::answered)) {
            steps.end(RunStep.Mark.FAILED, "");
            over(End.REFUSED, Messages.text("config.end.refused", refusal()));
        }
    }

    boolean send(ConfigUpdateRequest request, Consumer<CallOutcome> then) {
        operation = desk.guard().change(request);
        operation.ifPresent(sent -> follow(sent, then));
        return operation.isPresent();
    }

    private void follow(OperationViewModel sent, Consumer<CallOutcome> then) {
        if (oneOfSeveral) {
            sent.joinOthers();
        }
        sent.stepProperty()
                .subscribe(
                        said -> {
                            if (sent.stateProperty().get() == OperationState.RUNNING) {
                                steps.detail(SafeText.of(said, 200));
                            }
                        });
        sent.outcomeProperty().subscribe(outcome -> outcome.ifPresent(then));
    }

    String refusal() {
        return desk.guard().decide(wish.intent()) instanceof Ask.Refused(var why) ? why : "";
    }

    private void answered(CallOutcome outcome) {
        switch (outcome) {
            case CallOutcome.Done done -> done(UpdateResult.of(done.response().payload()));
            case CallOutcome.Failed failed -> failed(new Reply.Trouble<>(failed.error()));
        }
    }

    private void failed(Reply.Trouble<UpdateResult> trouble) {
        var said = trouble.sentence();
        refused = trouble.refused();
        if (trouble.returned()) {
            steps.end(RunStep.Mark.FAILED, "");
            over(End.RETURNED, Messages.text("config.end.returnedBadly", said));
        } else if (trouble.isConflict()) {
            steps.end(RunStep.Mark.FAILED, "");
            over(End.CONFLICT, Messages.text("config.end.conflict"));
        } else if (trouble.isUncertain()) {
            steps.end(RunStep.Mark.UNKNOWN, "");
            over(End.UNKNOWN, Messages.text("config.end.unknown", said));
        } else {
            steps.end(RunStep.Mark.FAILED, "");
            over(End.REFUSED, Messages.text("config.end.refused", said));
        }
    }

    private void done(UpdateResult answer) {
        if (answer.returned()) {
            steps.end(RunStep.Mark.WARNING, Messages.text("config.run.returned"));
            over(
                    End.RETURNED,
                    Messages.text(
                            "config.end.returned",
                            Long.toString(wish.base()),
                            Long.toString(answer.version()),
                            SafeText.of(answer.why(), 300)));
            return;
        }
        version = OptionalLong.of(answer.version());
        boolean whole = answer.trouble().isEmpty();
        steps.end(
                whole ? RunStep.Mark.DONE : RunStep.Mark.WARNING,
                whole ? RunWords.applied(answer) : SafeText.of(answer.trouble(), 300));
        keys.learn(each -> KeyResult.answered(each.change(), answer));
        steps.begin(Messages.text("config.step.readBack"));
        talk.current(reply -> readBack(reply, answer));
    }

    private void readBack(Reply<Snapshot> reply, UpdateResult answer) {
        switch (reply) {
            case Reply.Trouble<Snapshot> trouble ->
                    steps.end(RunStep.Mark.WARNING, trouble.sentence());
            case Reply.Got(var now) -> {
                held = Optional.of(now);
                boolean same = now.version() == answer.version();
                steps.end(
                        same ? RunStep.Mark.DONE : RunStep.Mark.WARNING,
                        Messages.text(
                                same ? "config.readBack.same" : "config.readBack.other",
                                Long.toString(now.version())));
            }
        }
        if (!answer.running()) {
            over(End.APPLIED, Messages.text("config.end.stored", version(answer.version())));
        } else if (answer.holdsLater()) {
            over(End.APPLIED, Messages.text("config.end.waits", version(answer.version())));
        } else {
            prove(answer.version(), verdict -> proved(verdict, answer.version()));
        }
    }

    private static String version(long number) {
        return Long.toString(number);
    }

    void prove(long version, Consumer<Proof.Verdict> then) {
        steps.begin(Messages.text("config.step.beats", version(version)));
        var waits = new Proof(desk, wish.collector(), version, before, steps::detail, then);
        proof = Optional.of(waits);
        waits.begin();
    }

    /// Lets it know what the fleet says.
    public void show(FleetSnapshot snapshot) {
        proof.ifPresent(each -> each.show(snapshot));
        wayBack.ifPresent(each -> each.settled().show(snapshot));
    }

    private void proved(Proof.Verdict verdict, long version) {
        switch (verdict) {
            case GOOD -> {
                steps.end(RunStep.Mark.DONE, Messages.text("config.beats.enough", Proof.ENOUGH));
                over(
                        End.APPLIED,
                        Messages.text("config.end.applied", wish.collector(), version(version)));
            }
            case OVERTAKEN -> {
                steps.end(RunStep.Mark.WARNING, "");
                over(End.DOUBTFUL, Messages.text("config.end.overtaken", version(version)));
            }
            case BAD -> unwell(version);
        }
    }

    private void unwell(long version) {
        steps.end(
                RunStep.Mark.FAILED,
                RunWords.isGivenUp(desk, wish.collector())
                        ? Messages.text("config.beats.givenUp")
                        : Messages.text("config.beats.late", desk.patience().toSeconds()));
        if (isBlind()) {
            over(End.DOUBTFUL, Messages.text("config.end.blind", version(version)));
        } else if (!wish.putBack() || version == wish.base() || wish.base() == 0) {
            over(End.DOUBTFUL, Messages.text("config.end.doubtful", version(version)));
        } else {
            var back = new WayBack(desk, wish, version, this);
            wayBack = Optional.of(back);
            back.begin();
        }
    }

    private boolean isBlind() {
        return desk.fleet().snapshot().lastKnownAt().isPresent();
    }

    /// Asks what became of what was sent last, if nobody knows; sends nothing again.
    public void check() {
        if (!checkable.get() || operation.isEmpty()) {
            return;
        }
        var asked = operation.get();
        result.set("");
        checkable.set(false);
        end.set(End.RUNNING);
        steps.begin(Messages.text("config.step.check"));
        Inquiry.about(asked, desk.operations(), () -> checked(asked));
    }

    private void checked(OperationViewModel asked) {
        var said = asked.stepProperty().get();
        if (asked.stateProperty().get() == OperationState.UNKNOWN) {
            steps.end(RunStep.Mark.UNKNOWN, said);
            over(End.UNKNOWN, Messages.text("config.end.unknown", said));
            return;
        }
        boolean done = asked.stateProperty().get() == OperationState.DONE;
        steps.end(done ? RunStep.Mark.DONE : RunStep.Mark.WARNING, said);
        steps.begin(Messages.text("config.step.readBack"));
        talk.current(reply -> readBack(reply, said));
    }

    // The answer itself is lost: what holds now says what it was.
    private void readBack(Reply<Snapshot> reply, String said) {
        switch (reply) {
            case Reply.Trouble<Snapshot> trouble -> {
                steps.end(RunStep.Mark.WARNING, trouble.sentence());
                over(End.UNKNOWN, Messages.text("config.end.unread", said));
            }
            case Reply.Got(var now) -> {
                steps.end(
                        RunStep.Mark.DONE,
                        Messages.text("config.readBack.same", version(now.version())));
                found(now, said);
            }
        }
    }

    private void found(Snapshot now, String said) {
        held = Optional.of(now);
        version = OptionalLong.of(now.version());
        keys.learn(each -> KeyResult.found(each.change(), now));
        if (wish.isUndoneBy(now)) {
            over(
                    End.RETURNED,
                    Messages.text(
                            "config.end.returned",
                            version(wish.base()),
                            version(now.version()),
                            SafeText.of(now.reason(), 300)));
        } else if (wayBack.isPresent()) {
            over(End.DOUBTFUL, Messages.text("config.end.notPutBack", version(now.version())));
        } else if (now.version() <= wish.base()) {
            over(End.REFUSED, Messages.text("config.end.refused", said));
        } else if (!Guard.view(desk.fleet().snapshot(), wish.collector())
                .map(view -> view.state().hasProcess())
                .orElse(false)) {
            over(End.APPLIED, Messages.text("config.end.stored", version(now.version())));
        } else if (!wish.names().isEmpty() && now.pending().containsAll(wish.names())) {
            over(End.APPLIED, Messages.text("config.end.waits", version(now.version())));
        } else {
            prove(now.version(), verdict -> proved(verdict, now.version()));
        }
    }

    RunSteps steps() {
        return steps;
    }

    void over(End how, String sentence) {
        proof.ifPresent(Proof::stop);
        keys.learn(each -> each.after(how, refused));
        result.set(sentence);
        checkable.set(how == End.UNKNOWN);
        end.set(how);
    }

    /// The version that it made, as far as anybody knows.
    public OptionalLong version() {
        return version;
    }

    /// What was read back last.
    public Optional<Snapshot> held() {
        return held;
    }

    public ReadOnlyObjectProperty<List<RunStep>> stepsProperty() {
        return steps.allProperty();
    }

    /// What became of each changed setting so far.
    public ReadOnlyObjectProperty<List<KeyResult>> keysProperty() {
        return keys.allProperty();
    }

    public ReadOnlyObjectProperty<End> endProperty() {
        return end.getReadOnlyProperty();
    }

    /// Whether there is something to find out; see [#check]. Set before the end.
    public ReadOnlyBooleanProperty checkableProperty() {
        return checkable.getReadOnlyProperty();
    }

    /// How it ended, in words; empty while it runs. Set before the end.
    public ReadOnlyStringProperty resultProperty() {
        return result.getReadOnlyProperty();
    }
}
