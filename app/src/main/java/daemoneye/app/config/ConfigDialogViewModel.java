package daemoneye.app.config;

import daemoneye.app.config.apply.ApplyViewModel;
import daemoneye.app.config.apply.ApplyViewModel.End;
import daemoneye.app.config.apply.Wish;
import daemoneye.app.config.diff.DiffViewModel;
import daemoneye.app.config.draft.DraftViewModel;
import daemoneye.app.config.talk.ConfigTalk;
import daemoneye.app.config.talk.Desk;
import daemoneye.app.config.talk.Reply;
import daemoneye.app.config.talk.Snapshot;
import daemoneye.app.guard.ConfirmViewModel;
import daemoneye.app.guard.Guard;
import daemoneye.app.guard.WaitingCall;
import daemoneye.rpc.client.fleet.FleetSnapshot;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.payload.ConfigUpdateRequest;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;

import java.util.List;
import java.util.Optional;

/// The configuration of one collector, from the first look to the proof that a change holds.
/// Nothing is sent but by [ConfirmViewModel#confirm]; what is typed survives everything except a
/// person's own wish to drop it. FX thread only.
public final class ConfigDialogViewModel {
    /// How far it has come.
    public enum Stage {
        LOADING,
        /// There is nothing to edit: it could not be read.
        UNREADABLE,
        EDITING,
        /// Confirmed; can still be taken back.
        HELD_BACK,
        /// Sent; see the run.
        RUNNING
    }

    /// What of it is looked at.
    public enum Place {
        FORM,
        TEXT,
        REVIEW,
        HISTORY
    }

    private final Desk desk;
    private final CollectorId id;
    private final ConfigTalk talk;
    private final HistoryViewModel history;
    private final Review review;
    private final Confirmation confirmation;
    private final Editing editing;
    private final DialogWords words = new DialogWords();
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.LOADING);
    private final ObjectProperty<Place> place = new SimpleObjectProperty<>(Place.FORM);
    private final ReadOnlyObjectWrapper<Optional<ApplyViewModel>> run =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<WaitingCall>> waiting =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    ConfigDialogViewModel(Desk desk, String collector) {
        this.desk = desk;
        this.id = new CollectorId(collector);
        this.talk = new ConfigTalk(desk.operations().calls(), id, desk.fxThread());
        this.history =
                new HistoryViewModel(talk, new DiffViewModel(desk.background(), desk.fxThread()));
        this.editing = new Editing(desk, this::edited);
        this.review =
                new Review(
                        desk, id, editing, new DryRunViewModel(talk, desk.ticker(), _ -> reread()));
        this.confirmation = new Confirmation(desk.guard(), collector, this::confirmed);
        review.dry().stateProperty().subscribe((_, _) -> refresh());
        review.restartProperty().subscribe((_, _) -> refresh());
        review.putBackProperty().subscribe((_, _) -> refresh());
        place.subscribe((_, now) -> turnTo(now));
    }

    /// Reads what runs; edits that there are stay.
    public void read() {
        if (editing.draftProperty().get().isEmpty()) {
            stage.set(Stage.LOADING);
        }
        talk.current(this::take);
    }

    private void reread() {
        talk.current(this::take);
    }

    private void take(Reply<Snapshot> reply) {
        if (stage.get() == Stage.RUNNING) {
            return;
        }
        words.trouble(reply instanceof Reply.Trouble<Snapshot> failed ? failed.sentence() : "");
        boolean editable = editing.takes(reply);
        if (stage.get() != Stage.HELD_BACK) {
            stage.set(editable ? Stage.EDITING : Stage.UNREADABLE);
        }
        refresh();
    }

    private void edited() {
        review.dry().forget();
        if (place.get() == Place.REVIEW) {
            check();
        }
        refresh();
    }

    private void turnTo(Place now) {
        if (now == Place.REVIEW && stage.get() == Stage.EDITING) {
            confirmation.renew();
            review.compare();
            if (review.dry().stateProperty().get() != DryRunViewModel.State.ACCEPTED) {
                check();
            }
        } else if (now == Place.HISTORY) {
            history.read();
        }
        refresh();
    }

    /// Has the changes judged; changes nothing.
    public void check() {
        boolean may = stage.get() == Stage.EDITING && review.canAsk();
        if (may && confirmation.refusal().isEmpty()) {
            review.dry().ask(wish(true));
        }
        refresh();
    }

    private ConfigUpdateRequest wish(boolean validateOnly) {
        return review.wish(validateOnly, confirmation.confirmProperty().get().reason());
    }

    private void refresh() {
        review.refresh();
        if (place.get() == Place.REVIEW) {
            review.compare();
        }
        judge();
        say();
    }

    private void judge() {
        if (stage.get() == Stage.EDITING) {
            confirmation.judge(review.hindrance(), review.restarts());
        }
    }

    private void say() {
        words.tell(desk, editing, review, stage.get());
        words.hindrance(
                stage.get() == Stage.EDITING || stage.get() == Stage.UNREADABLE
                        ? confirmation.refusal().orElse("")
                        : "");
        words.apply(id.text(), review.keysProperty().get().size(), editing.backTo());
    }

    private void confirmed() {
        var call = desk.guard().holdBack(confirmation.intent(), this::send);
        waiting.set(Optional.of(call));
        stage.set(Stage.HELD_BACK);
        call.overProperty()
                .subscribe(
                        over -> {
                            if (over && stage.get() == Stage.HELD_BACK) {
                                backToEditing();
                            }
                        });
        say();
    }

    /// Takes it back while it waits.
    public void takeBack() {
        waiting.get().ifPresent(WaitingCall::cancel);
    }

    private void backToEditing() {
        waiting.set(Optional.empty());
        stage.set(Stage.EDITING);
        confirmation.renew();
        refresh();
    }

    private void send() {
        var refusal = confirmation.refusal();
        if (refusal.isPresent()) {
            desk.guard().tell(confirmation.intent(), refusal.get());
            return;
        }
        var running = editing.running();
        if (running.isEmpty()) {
            return;
        }
        editing.forgetDropped();
        boolean putBack = review.putBackProperty().get();
        var begun =
                new ApplyViewModel(
                        desk,
                        talk,
                        new Wish(wish(false), running.get().snapshot(), review.changes(), putBack));
        run.set(Optional.of(begun));
        stage.set(Stage.RUNNING);
        begun.begin();
        begun.endProperty().subscribe(this::ended);
        say();
    }

    private void ended(End end) {
        if (end == End.APPLIED || end == End.RETURNED) {
            confirmation.reasonProperty().set("");
        }
    }

    /// After the end: on with editing. What was not taken is still there; what was taken is what
    /// runs.
    public void goOn() {
        var end = run.get().map(each -> each.endProperty().get());
        run.set(Optional.empty());
        boolean holds = end.filter(each -> each == End.APPLIED || each == End.DOUBTFUL).isPresent();
        review.dry().forget();
        backToEditing();
        if (holds) {
            talk.current(this::restart);
        } else {
            reread();
        }
    }

    // The change is what runs now: nobody changed anything elsewhere.
    private void restart(Reply<Snapshot> reply) {
        if (reply instanceof Reply.Got(var snapshot)) {
            editing.rebase(snapshot, false);
            refresh();
        } else {
            take(reply);
        }
    }

    /// Drops the edits and starts anew from what runs.
    public void takeTheirs() {
        rebase(false);
    }

    /// Keeps the edits, against what runs now.
    public void keepMine() {
        rebase(true);
    }

    private void rebase(boolean keepMine) {
        editing.rebase(keepMine);
        refresh();
    }

    /// Brings back the edits that gave way.
    public void undoDrop() {
        editing.undoDrop();
        refresh();
    }

    /// Shows what going back to a version would change; nothing is sent.
    public void preview(long version) {
        history.fetch(
                version,
                old -> {
                    editing.preview(old);
                    place.set(Place.REVIEW);
                    refresh();
                });
    }

    /// Takes a text as if it had been typed: an imported file.
    public void take(String text) {
        place.set(Place.TEXT);
        editing.takeFile(text);
        refresh();
    }

    /// Gives up a text that is wrong: the form holds.
    public void dropText() {
        editing.dropText();
        refresh();
    }

    /// It is shown again.
    void comeBack() {
        confirmation.renew();
        if (stage.get() != Stage.RUNNING && stage.get() != Stage.HELD_BACK) {
            reread();
        }
    }

    boolean isWorthKeeping() {
        return switch (run.get().map(each -> each.endProperty().get()).orElse(End.REFUSED)) {
            case APPLIED, DOUBTFUL -> false;
            case RUNNING, UNKNOWN -> true;
            case RETURNED, REFUSED, CONFLICT ->
                    stage.get() == Stage.HELD_BACK || editing.hasEdits();
        };
    }

    /// Lets it know what the fleet says.
    void show(FleetSnapshot snapshot) {
        run.get().ifPresent(each -> each.show(snapshot));
        Guard.view(snapshot, id.text())
                .filter(view -> snapshot.lastKnownAt().isEmpty())
                .ifPresent(view -> seen(view.configVersion()));
        judge();
        say();
    }

    private void seen(long version) {
        if (stage.get() == Stage.EDITING && editing.isNews(version)) {
            reread();
        }
    }

    public String collector() {
        return id.text();
    }

    public ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    public ObjectProperty<Place> placeProperty() {
        return place;
    }

    /// Empty until it has been read.
    public ReadOnlyObjectProperty<Optional<DraftViewModel>> draftProperty() {
        return editing.draftProperty();
    }

    /// What is changed, with verdicts.
    public ReadOnlyObjectProperty<List<KeyRow>> keysProperty() {
        return review.keysProperty();
    }

    public ReadOnlyObjectProperty<Optional<ApplyViewModel>> runProperty() {
        return run.getReadOnlyProperty();
    }

    /// What can still be taken back.
    public ReadOnlyObjectProperty<Optional<WaitingCall>> waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /// Another one each time the review comes up.
    public ReadOnlyObjectProperty<ConfirmViewModel> confirmProperty() {
        return confirmation.confirmProperty();
    }

    public StringProperty reasonProperty() {
        return confirmation.reasonProperty();
    }

    /// Whether it is restarted if a change needs that.
    public BooleanProperty restartProperty() {
        return review.restartProperty();
    }

    /// Whether the version before is put back if the collector is not well.
    public BooleanProperty putBackProperty() {
        return review.putBackProperty();
    }

    public DryRunViewModel dry() {
        return review.dry();
    }

    public DiffViewModel diff() {
        return review.diff();
    }

    public HistoryViewModel history() {
        return history;
    }

    /// What the dialog says around its contents.
    public DialogWords words() {
        return words;
    }
}
