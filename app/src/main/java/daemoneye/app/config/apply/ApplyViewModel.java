package daemoneye.app.config;

import daemoneye.app.calls.OperationViewModel;
import daemoneye.app.config.talk.ConfigTalk;
import daemoneye.app.config.talk.Reply;
import daemoneye.app.config.talk.Snapshot;
import daemoneye.app.config.talk.UpdateResult;
import daemoneye.app.guard.Guard;
import daemoneye.app.text.Messages;
import daemoneye.app.text.SafeText;
import daemoneye.rpc.client.call.CallOutcome;
import daemoneye.rpc.client.fleet.CollectorView;
import daemoneye.rpc.client.fleet.FleetSnapshot;
import daemoneye.rpc.protocol.payload.ConfigUpdateRequest;
import daemoneye.rpc.protocol.time.Ticker;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A change on its way: sent, answered key by key, read back, proved by good beats, or taken back.
/// FX thread only.
///
/// ```
/// SEND ─► READ BACK ─► BEATS ─► applied
///   │ refused, conflict, unknown   │ 30 s without enough
///   ▼                              ▼
///  over                        put back (if wished) ─► returned
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
        UNKNOWN,
        /// It holds, but the collector is not well, or cannot be seen.
        DOUBTFUL
    }

    private enum Step {
        SEND,
        READ_BACK,
        BEATS,
        PUT_BACK
    }

    private final Desk desk;
    private final ConfigTalk talk;
    private final String collector;
    private final ConfigUpdateRequest wish;
    private final long base;
    private final boolean putBack;
    private final Function<ConfigUpdateRequest, OperationViewModel> send;
    private final Optional<CollectorView> before;
    private final RunSteps steps = new RunSteps();
    private final ReadOnlyObjectWrapper<End> end = new ReadOnlyObjectWrapper<>(End.RUNNING);
    private final ReadOnlyStringWrapper result = new ReadOnlyStringWrapper("");
    private Optional<GoodBeats> beats = Optional.empty();
    private Optional<Snapshot> held = Optional.empty();
    private Map<String, String> refused = Map.of();
    private Ticker.Alarm alarm = () -> {};

    /// @param base the version that holds before
    /// @param putBack whether `base` is put back if the collector is not well afterwards
    /// @param send sends a change, as an operation
    ApplyViewModel(
            Desk desk,
            ConfigTalk talk,
            ConfigUpdateRequest wish,
            long base,
            boolean putBack,
            Function<ConfigUpdateRequest, OperationViewModel> send) {
        this.desk = desk;
        this.talk = talk;
        this.collector = wish.collectorId().text();
        this.wish = wish;
        this.base = base;
        this.putBack = putBack;
        this.send = send;
        this.before = Guard.view(desk.fleet().snapshot(), collector);
    }

    void begin() {
        steps.begin(Step.SEND.name(), Messages.text("config.step.send"));
        var operation = send.apply(wish);
        operation.stepProperty().subscribe(said -> steps.detail(SafeText.of(said, 200)));
        operation.outcomeProperty().subscribe(outcome -> outcome.ifPresent(this::answered));
    }

    private void answered(CallOutcome outcome) {
        switch (outcome) {
            case CallOutcome.Done done -> done(UpdateResult.of(done.response().payload()));
            case CallOutcome.Failed failed -> failed(new Reply.Trouble<>(failed.error()));
        }
    }

    private void failed(Reply.Trouble<UpdateResult> trouble) {
        steps.end(RunStep.Mark.FAILED, "");
        refused = trouble.refused();
        if (trouble.returned()) {
            over(End.RETURNED, Messages.text("config.end.returnedBadly", trouble.sentence()));
        } else if (trouble.isConflict()) {
            over(End.CONFLICT, Messages.text("config.end.conflict"));
        } else if (trouble.isUncertain()) {
            over(End.UNKNOWN, Messages.text("config.end.unknown", trouble.sentence()));
        } else {
            over(End.REFUSED, Messages.text("config.end.refused", trouble.sentence()));
        }
    }

    private void done(UpdateResult answer) {
        if (answer.returned()) {
            steps.end(RunStep.Mark.WARNING, "");
            over(
                    End.RETURNED,
                    Messages.text(
                            "config.end.returned",
                            Long.toString(base),
                            Long.toString(answer.version()),
                            SafeText.of(answer.why(), 300)));
            return;
        }
        steps.end(
                answer.trouble().isEmpty() ? RunStep.Mark.DONE : RunStep.Mark.WARNING,
                answer.trouble().isEmpty() ? applied(answer) : SafeText.of(answer.trouble(), 300));
        steps.begin(Step.READ_BACK.name(), Messages.text("config.step.readBack"));
        talk.current(reply -> readBack(reply, answer));
    }

    private static String applied(UpdateResult answer) {
        var text = Messages.text("config.applied", answer.applied().size());
        var all =
                answer.waiting().isEmpty()
                        ? text
                        : text
                                + Messages.text(
                                        "config.applied.waiting",
                                        answer.waiting().size(),
                                        String.join(", ", answer.waiting()));
        return answer.restarted() ? all + Messages.text("config.applied.restarted") : all;
    }

    private void readBack(Reply<Snapshot> reply, UpdateResult answer) {
        switch (reply) {
            case Reply.Trouble<Snapshot> trouble ->
                    steps.end(RunStep.Mark.WARNING, trouble.sentence());
            case Reply.Got(var snapshot) -> {
                held = Optional.of(snapshot);
                boolean same = snapshot.version() == answer.version();
                steps.end(
                        same ? RunStep.Mark.DONE : RunStep.Mark.WARNING,
                        Messages.text(
                                same ? "config.readBack.same" : "config.readBack.other",
                                Long.toString(snapshot.version())));
            }
        }
        if (answer.running()) {
            watch(answer);
        } else {
            over(End.APPLIED, Messages.text("config.end.stored", Long.toString(answer.version())));
        }
    }

    private void watch(UpdateResult answer) {
        steps.begin(Step.BEATS.name(), Messages.text("config.step.beats"));
        var now = Guard.view(desk.fleet().snapshot(), collector);
        beats = now.map(view -> new GoodBeats(before.orElse(view), view));
        alarm =
                desk.ticker()
                        .after(
                                GoodBeats.PATIENCE,
                                () -> desk.fxThread().execute(() -> lateFor(answer)));
        show(desk.fleet().snapshot());
    }

    /// Lets it know what the fleet says.
    void show(FleetSnapshot snapshot) {
        if (end.get() != End.RUNNING || !steps.isAt(Step.BEATS.name())) {
            return;
        }
        if (snapshot.lastKnownAt().isPresent()) {
            steps.detail(Messages.text("config.beats.blind"));
            return;
        }
        var view = Guard.view(snapshot, collector);
        if (view.isEmpty() || beats.isEmpty()) {
            steps.detail(Messages.text("config.beats.gone", collector));
            return;
        }
        if (beats.get().count(view.get())) {
            alarm.cancel();
            steps.end(RunStep.Mark.DONE, Messages.text("config.beats.enough", GoodBeats.ENOUGH));
            over(End.APPLIED, Messages.text("config.end.applied", collector, version()));
        } else {
            steps.detail(Messages.text("config.beats.seen", beats.get().seen(), GoodBeats.ENOUGH));
        }
    }

    private String version() {
        return held.map(each -> Long.toString(each.version())).orElse("?");
    }

    private void lateFor(UpdateResult answer) {
        if (end.get() != End.RUNNING || !steps.isAt(Step.BEATS.name())) {
            return;
        }
        steps.end(
                RunStep.Mark.FAILED,
                Messages.text("config.beats.late", GoodBeats.PATIENCE.toSeconds()));
        boolean blind = desk.fleet().snapshot().lastKnownAt().isPresent();
        boolean changed = answer.version() != base && base > 0;
        if (blind || !putBack || !changed) {
            over(
                    End.DOUBTFUL,
                    Messages.text(blind ? "config.end.blind" : "config.end.doubtful", version()));
            return;
        }
        steps.begin(
                Step.PUT_BACK.name(), Messages.text("config.step.putBack", Long.toString(base)));
        send.apply(wayBack(answer))
                .outcomeProperty()
                .subscribe(outcome -> outcome.ifPresent(this::wentBack));
    }

    private ConfigUpdateRequest wayBack(UpdateResult answer) {
        return new ConfigUpdateRequest(
                wish.collectorId(),
                Map.of(),
                false,
                wish.restartRequired(),
                true,
                java.util.OptionalLong.of(answer.version()),
                Optional.of(
                        Messages.text(
                                "config.putBack.reason",
                                GoodBeats.PATIENCE.toSeconds(),
                                Long.toString(answer.version()))),
                java.util.OptionalLong.of(base));
    }

    private void wentBack(CallOutcome outcome) {
        switch (outcome) {
            case CallOutcome.Done _ -> {
                steps.end(RunStep.Mark.DONE, "");
                over(
                        End.RETURNED,
                        Messages.text(
                                "config.end.putBack",
                                collector,
                                GoodBeats.PATIENCE.toSeconds(),
                                Long.toString(base)));
            }
            case CallOutcome.Failed failed -> {
                var said = new Reply.Trouble<UpdateResult>(failed.error()).sentence();
                steps.end(RunStep.Mark.FAILED, said);
                over(End.DOUBTFUL, Messages.text("config.end.notPutBack", version()));
            }
        }
    }

    private void over(End how, String sentence) {
        alarm.cancel();
        result.set(sentence);
        end.set(how);
    }

    /// Why the agent refused a key; empty for all others.
    Map<String, String> refused() {
        return refused;
    }

    public ReadOnlyObjectProperty<List<RunStep>> stepsProperty() {
        return steps.allProperty();
    }

    public ReadOnlyObjectProperty<End> endProperty() {
        return end.getReadOnlyProperty();
    }

    /// How it ended, in words; empty while it runs. Set before the end.
    public ReadOnlyStringProperty resultProperty() {
        return result.getReadOnlyProperty();
    }
}
