package daemoneye.app.welcome.view;

import daemoneye.app.fx.Watching;
import daemoneye.app.overlay.Overlay;
import daemoneye.app.overlay.Overlays;
import daemoneye.app.welcome.WelcomeViewModel;

import javafx.util.Subscription;

import java.util.Optional;

/// Puts the welcome over the window of a first start. FX thread.
public final class WelcomeView {
    private final WelcomeViewModel model;
    private final Overlays overlays;
    private final Subscription following;
    private final Watching watching = new Watching();
    private Optional<Overlay> shown = Optional.empty();

    public WelcomeView(WelcomeViewModel model, Overlays overlays) {
        this.model = model;
        this.overlays = overlays;
        following = model.openProperty().subscribe(this::show);
    }

    private void show(boolean open) {
        watching.end();
        shown.ifPresent(Overlay::close);
        shown = open ? Optional.of(open()) : Optional.empty();
    }

    private Overlay open() {
        var card = new WelcomeCard(model, watching);
        return overlays.open(card, card.first(), model::leave);
    }

    /// Follows no longer: another view takes its place.
    public void leave() {
        following.unsubscribe();
        watching.end();
    }
}
