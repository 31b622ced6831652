package daemoneye.app.guard.view;

import daemoneye.app.fx.Watching;
import daemoneye.app.guard.ConfirmViewModel;
import daemoneye.app.guard.GuardViewModel;
import daemoneye.app.overlay.Overlay;
import daemoneye.app.overlay.Overlays;

import java.util.Optional;

/// Puts the open question over the window. FX thread.
public final class GuardView {
    private final GuardViewModel model;
    private final Overlays overlays;
    private final Watching watching = new Watching();
    private Optional<Overlay> shown = Optional.empty();

    public GuardView(GuardViewModel model, Overlays overlays) {
        this.model = model;
        this.overlays = overlays;
        model.questionProperty().subscribe(this::show);
    }

    private void show(Optional<ConfirmViewModel> question) {
        watching.end();
        shown.ifPresent(Overlay::close);
        shown = question.map(this::open);
    }

    private Overlay open(ConfirmViewModel question) {
        var card = new QuestionCard(question, model::leave, watching);
        var overlay = overlays.open(card, card.foot().cancel(), model::leave);
        card.foot().keepAwayFrom(overlays);
        return overlay;
    }
}
