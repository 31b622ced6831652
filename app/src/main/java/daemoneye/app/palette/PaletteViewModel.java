package daemoneye.app.palette;

import daemoneye.app.guard.Ask;
import daemoneye.app.guard.GuardViewModel;
import daemoneye.app.guard.Intent;
import daemoneye.app.text.Messages;
import daemoneye.rpc.client.fleet.FleetSnapshot;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// One line in which everything can be said that the console does. Says on whom it would act, and
/// what will be asked first, before *Enter*; every action goes through the guard. FX thread only.
public final class PaletteViewModel {
    private final GuardViewModel guard;
    private final LineHistory history = new LineHistory();
    private final StringProperty line = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Preview> preview =
            new ReadOnlyObjectWrapper<>(Preview.NOTHING);
    private final ObservableList<Suggestion> suggestions = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(false);
    private Optional<PaletteDoors> doors = Optional.empty();
    private Optional<Consumer<String>> config = Optional.empty();
    private Optional<FleetSnapshot> fleet = Optional.empty();

    public PaletteViewModel(GuardViewModel guard) {
        this.guard = guard;
        line.subscribe(this::typed);
    }

    /// What *Enter* would do.
    ///
    /// @param targets ids of those it would act on
    public record Preview(Kind kind, String text, List<String> targets) {
        /// How a preview stands.
        public enum Kind {
            NOTHING,
            READY,
            WRONG
        }

        static final Preview NOTHING = new Preview(Kind.NOTHING, "", List.of());

        public Preview {
            targets = List.copyOf(targets);
        }

        static Preview ready(String text, List<String> targets) {
            return new Preview(Kind.READY, text, targets);
        }

        static Preview wrong(String text) {
            return new Preview(Kind.WRONG, text, List.of());
        }
    }

    /// What the window does for it.
    public void use(PaletteDoors others) {
        doors = Optional.of(others);
    }

    /// Offers `config ID` from now on.
    ///
    /// @param onConfig given the id of the collector whose settings somebody wants to change
    public void useConfig(Consumer<String> onConfig) {
        config = Optional.of(onConfig);
    }

    /// Whether a verb can be used in this window.
    public boolean offers(Command command) {
        return !command.words().isEmpty() && (command != Command.CONFIG || config.isPresent());
    }

    /// Opens it, empty.
    public void show() {
        line.set("");
        history.rewind();
        judge();
        suggest();
        open.set(true);
    }

    public void hide() {
        open.set(false);
    }

    /// Lets the numbers follow the fleet while a person types.
    public void show(FleetSnapshot snapshot) {
        fleet = Optional.of(snapshot);
        if (open.get()) {
            judge();
        }
    }

    private void typed() {
        judge();
        suggest();
    }

    private void suggest() {
        chosen.set(-1);
        suggestions.setAll(
                fleet.map(now -> Completions.of(line.get(), now, this::offers)).orElse(List.of()));
    }

    private Parsed parsed() {
        return fleet.map(now -> CommandParser.parse(line.get(), now, this::offers))
                .orElseGet(() -> new Parsed.Wrong(Messages.text("palette.wrong.noFleet")));
    }

    private void judge() {
        preview.set(
                switch (parsed()) {
                    case Parsed.Nothing _ -> Preview.NOTHING;
                    case Parsed.Wrong(var why) -> Preview.wrong(why);
                    case Parsed.Act(var action, var targets) ->
                            preview(new Intent(action, targets));
                    case Parsed.Do(var command, var argument) ->
                            Preview.ready(
                                    Messages.text("palette.do", command.label(), argument).strip(),
                                    List.of());
                });
    }

    private Preview preview(Intent intent) {
        return switch (guard.decide(intent)) {
            case Ask.Refused(var why) -> Preview.wrong(why);
            case Ask.AtOnce(var fitting) -> preview(intent, fitting, "palette.guard.read");
            case Ask.WithUndo(var fitting, _) ->
                    preview(intent, fitting, "palette.guard.reversible");
            case Ask.Confirm(var stakes) ->
                    preview(intent, stakes.intent(), "palette.guard.confirm");
            case Ask.Count(var stakes) -> preview(intent, stakes.intent(), "palette.guard.count");
            case Ask.Hold(var stakes, _) -> preview(intent, stakes.intent(), "palette.guard.hold");
        };
    }

    private static Preview preview(Intent meant, Intent fitting, String key) {
        int left = meant.targets().size() - fitting.targets().size();
        var guarded = Messages.text(key, fitting.title(), fitting.targets().size());
        var text = left == 0 ? guarded : guarded + " " + Messages.text("palette.leftOut", left);
        return Preview.ready(text, fitting.targets());
    }

    /// To the suggestion above; from the first one on through the lines of before.
    public void up() {
        if (chosen.get() > 0) {
            chosen.set(chosen.get() - 1);
        } else if (chosen.get() == 0) {
            chosen.set(-1);
        } else {
            history.older().ifPresent(line::set);
        }
    }

    /// Back through the lines of before, then to the suggestion below.
    public void down() {
        var newer = chosen.get() < 0 ? history.newer() : Optional.<String>empty();
        if (newer.isPresent()) {
            line.set(newer.get());
        } else if (chosen.get() < suggestions.size() - 1) {
            chosen.set(chosen.get() + 1);
        }
    }

    /// Takes the chosen suggestion, or the first one.
    public void complete() {
        if (!suggestions.isEmpty()) {
            take(Math.max(0, chosen.get()));
        }
    }

    /// Takes a suggestion.
    public void take(int which) {
        line.set(suggestions.get(which).line());
    }

    /// Takes the chosen suggestion, if one is; otherwise does what the line says and closes. What
    /// cannot be done stays, with its reason.
    public void enter() {
        if (chosen.get() >= 0) {
            take(chosen.get());
            return;
        }
        if (preview.get().kind() == Preview.Kind.READY) {
            run(parsed());
        }
    }

    private void run(Parsed what) {
        history.add(line.get().strip());
        hide();
        switch (what) {
            case Parsed.Nothing _, Parsed.Wrong _ -> {}
            case Parsed.Act(var action, var targets) -> guard.request(action, targets);
            case Parsed.Do(var command, var argument) ->
                    doors.ifPresent(window -> run(command, argument, window));
        }
    }

    private void run(Command command, String argument, PaletteDoors window) {
        switch (command) {
            case OPEN -> window.open(argument);
            case THEME -> window.theme(argument);
            case FIND -> window.find(argument);
            case KEYS -> window.keys();
            case CONFIG -> config.ifPresent(each -> each.accept(argument));
            case PALETTE, FLEET, CALLS, AUDIT, SETTINGS, PROFILES, TAKE_BACK, OPEN_ROW, BACK -> {}
            case HEALTH, START, STOP, RESTART, PAUSE, RESUME, SHUT_DOWN -> {}
        }
    }

    public StringProperty lineProperty() {
        return line;
    }

    public ReadOnlyObjectProperty<Preview> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /// Ways to go on with the line; at most [Completions#MOST].
    public ObservableList<Suggestion> suggestions() {
        return suggestions;
    }

    /// Which suggestion is chosen; -1 if none.
    public ReadOnlyIntegerProperty chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }
}
