package daemoneye.app.rollout;

import daemoneye.app.calls.CollectorAction;
import daemoneye.app.config.talk.Desk;
import daemoneye.app.guard.Ask;
import daemoneye.app.guard.Intent;
import daemoneye.app.rollout.run.RolloutRun;
import daemoneye.app.rollout.run.RolloutState;
import daemoneye.app.rollout.run.RolloutWords;
import daemoneye.app.text.Messages;
import daemoneye.rpc.client.fleet.FleetSnapshot;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The rollouts of a window: the one that is prepared or watched, and those of before, newest
/// first.
/// One is open at most; one that is closed goes on, and edits are kept. FX thread only.
public final class RolloutsViewModel {
    /// Results that are kept; of those beyond, the oldest that are over are forgotten.
    public static final int KEPT = 20;

    /// What is open.
    public sealed interface Open {
        record Nothing() implements Open {}

        record Preparing(RolloutDialogViewModel dialog) implements Open {}

        record Watching(RolloutRun run) implements Open {}
    }

    private final Desk desk;
    private final Map<List<String>, RolloutDialogViewModel> kept = new HashMap<>();
    private final ObservableList<RolloutRun> runs = FXCollections.observableArrayList();
    private final ObservableList<RolloutRun> shownRuns =
            FXCollections.unmodifiableObservableList(runs);
    private final ReadOnlyObjectWrapper<Open> open =
            new ReadOnlyObjectWrapper<>(new Open.Nothing());

    public RolloutsViewModel(Desk desk) {
        this.desk = desk;
    }

    /// Opens the dialog for these collectors, with the edits of before if there are any. If the
    /// guard refuses, that is told instead.
    public void open(List<String> collectors) {
        var intent = new Intent(CollectorAction.CONFIGURE, collectors);
        switch (desk.guard().decide(intent)) {
            case Ask.Refused(var why) -> desk.guard().tell(intent, why);
            case Ask.Question asked -> prepare(fitting(intent, asked));
            case Ask.AtOnce _, Ask.WithUndo _ -> prepare(intent.targets());
        }
    }

    private static List<String> fitting(Intent intent, Ask.Question asked) {
        var fit = asked.stakes().intent().targets();
        return intent.targets().stream().filter(fit::contains).toList();
    }

    private void prepare(List<String> collectors) {
        var key = collectors.stream().sorted().toList();
        var dialog =
                kept.computeIfAbsent(
                        key,
                        _ -> new RolloutDialogViewModel(desk, collectors, run -> begun(key, run)));
        dialog.show(desk.fleet().snapshot());
        open.set(new Open.Preparing(dialog));
    }

    private void begun(List<String> key, RolloutRun run) {
        boolean watched =
                open.get() instanceof Open.Preparing(var dialog) && dialog.equals(kept.get(key));
        kept.remove(key);
        runs.addFirst(run);
        forgetOldest();
        if (watched) {
            open.set(new Open.Watching(run));
        }
        run.stateProperty().subscribe((_, now) -> tell(run, now));
        run.begin();
    }

    // Whoever has closed it has to hear that it waits for a word.
    private void tell(RolloutRun run, RolloutState now) {
        boolean waits =
                now instanceof RolloutState.Paused
                        || now instanceof RolloutState.Deciding
                        || now instanceof RolloutState.Over;
        if (waits && !open.get().equals(new Open.Watching(run))) {
            desk.guard().tell(run.intent(), Messages.text("rollout.left", RolloutWords.of(run)));
        }
    }

    private void forgetOldest() {
        for (int at = runs.size() - 1; runs.size() > KEPT && at > 0; at--) {
            if (runs.get(at).isOver()) {
                runs.remove(at);
            }
        }
    }

    /// Shows one of [#runs()] again.
    public void reopen(RolloutRun run) {
        open.set(new Open.Watching(run));
    }

    /// Closes what is open. Nothing typed is lost, and what was begun goes on.
    public void close() {
        if (open.get() instanceof Open.Preparing(var dialog) && !dialog.isWorthKeeping()) {
            kept.values().remove(dialog);
        }
        open.set(new Open.Nothing());
    }

    /// Lets them know what the fleet says.
    public void show(FleetSnapshot snapshot) {
        List.copyOf(kept.values()).forEach(each -> each.show(snapshot));
        List.copyOf(runs).stream()
                .filter(each -> !each.isOver())
                .forEach(each -> each.show(snapshot));
    }

    /// What would be left half done if the window went now, a few words each.
    public List<String> unfinished() {
        return runs.stream().filter(each -> !each.isOver()).map(RolloutsViewModel::words).toList();
    }

    private static String words(RolloutRun run) {
        return Messages.text("rollout.unfinished", run.title(), run.changed());
    }

    /// Whether nothing is typed, waits, or is under way.
    public boolean isAtRest() {
        return kept.isEmpty() && unfinished().isEmpty();
    }

    /// The window goes: nothing is begun any more, and nothing is put back by itself.
    public void leave() {
        runs.forEach(RolloutRun::abandon);
    }

    /// All that can be opened again, newest first.
    public ObservableList<RolloutRun> runs() {
        return shownRuns;
    }

    public ReadOnlyObjectProperty<Open> openProperty() {
        return open.getReadOnlyProperty();
    }
}
