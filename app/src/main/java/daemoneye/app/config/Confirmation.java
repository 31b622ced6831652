package daemoneye.app.config;

import daemoneye.app.calls.CollectorAction;
import daemoneye.app.guard.Ask;
import daemoneye.app.guard.ConfirmViewModel;
import daemoneye.app.guard.GuardViewModel;
import daemoneye.app.guard.Intent;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import java.util.List;
import java.util.Optional;

/// The question behind the button that sends: asked anew each time the review comes up, so that the
/// button is dead for a moment; the reason stays. FX thread only.
final class Confirmation {
    private final GuardViewModel guard;
    private final Runnable onConfirmed;
    private final Intent intent;
    private final Intent restart;
    private final StringProperty reason = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<ConfirmViewModel> confirm;

    Confirmation(GuardViewModel guard, String collector, Runnable onConfirmed) {
        this.guard = guard;
        this.onConfirmed = onConfirmed;
        this.intent = new Intent(CollectorAction.CONFIGURE, List.of(collector));
        this.restart = new Intent(CollectorAction.RESTART, List.of(collector));
        this.confirm = new ReadOnlyObjectWrapper<>(fresh());
    }

    private ConfirmViewModel fresh() {
        var plain = new Ask.Confirm(new Ask.Stakes(intent, "", List.of()));
        var asked = guard.decide(intent) instanceof Ask.Question question ? question : plain;
        var made = guard.confirm(asked, _ -> onConfirmed.run());
        made.reasonProperty().bindBidirectional(reason);
        return made;
    }

    /// Asks anew.
    void renew() {
        confirm.get().reasonProperty().unbindBidirectional(reason);
        confirm.set(fresh());
    }

    /// Why the guard lets nothing through; empty if it does.
    Optional<String> refusal() {
        return guard.decide(intent) instanceof Ask.Refused(var why)
                ? Optional.of(why)
                : Optional.empty();
    }

    /// Looks again whether it can be sent, and what has to be asked for it.
    ///
    /// @param own what stands in the way here; empty if nothing does
    /// @param restarts whether the collector is restarted for it
    void judge(Optional<String> own, boolean restarts) {
        var ask = guard.decide(intent);
        if (ask instanceof Ask.Question asked) {
            ask =
                    own.<Ask>map(Ask.Refused::new)
                            .orElseGet(() -> restarts ? withRestart(asked) : asked);
        }
        confirm.get().revise(ask);
    }

    // The same care as for a restart by itself.
    private Ask.Question withRestart(Ask.Question asked) {
        return switch (guard.decide(restart)) {
            case Ask.Count(var stakes) -> new Ask.Count(here(stakes));
            case Ask.Hold(var stakes, var words) -> new Ask.Hold(here(stakes), words);
            case Ask.Confirm(var stakes) when !(asked instanceof Ask.Count) ->
                    new Ask.Confirm(here(stakes));
            case Ask.Confirm _, Ask.Refused _, Ask.AtOnce _, Ask.WithUndo _ -> asked;
        };
    }

    private Ask.Stakes here(Ask.Stakes stakes) {
        return new Ask.Stakes(intent, stakes.effect(), stakes.impact());
    }

    Intent intent() {
        return intent;
    }

    StringProperty reasonProperty() {
        return reason;
    }

    ReadOnlyObjectProperty<ConfirmViewModel> confirmProperty() {
        return confirm.getReadOnlyProperty();
    }
}
