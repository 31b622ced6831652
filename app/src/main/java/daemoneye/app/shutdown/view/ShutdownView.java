package daemoneye.app.shutdown.view;

import daemoneye.app.fx.Watching;
import daemoneye.app.overlay.Overlay;
import daemoneye.app.overlay.Overlays;
import daemoneye.app.shutdown.ShutdownDialogViewModel;
import daemoneye.app.shutdown.ShutdownSeveralViewModel;
import daemoneye.app.shutdown.ShutdownViewModel;

import java.util.Optional;

/// Puts the open shutdown dialog over the window. FX thread.
public final class ShutdownView {
    private final ShutdownViewModel model;
    private final Overlays overlays;
    private final Watching watching = new Watching();
    private final Watching watchingSeveral = new Watching();
    private Optional<Overlay> shown = Optional.empty();
    private Optional<Overlay> several = Optional.empty();

    public ShutdownView(ShutdownViewModel model, Overlays overlays) {
        this.model = model;
        this.overlays = overlays;
        model.openProperty().subscribe(this::show);
        model.severalProperty().subscribe(this::showSeveral);
    }

    private void showSeveral(Optional<ShutdownSeveralViewModel> dialog) {
        watchingSeveral.end();
        several.ifPresent(Overlay::close);
        several = dialog.map(this::open);
    }

    private Overlay open(ShutdownSeveralViewModel dialog) {
        var card = new SeveralCard(dialog, overlays, model::closeSeveral, watchingSeveral);
        var overlay = overlays.open(card, card.wayOut(), model::closeSeveral);
        card.keepAway();
        return overlay;
    }

    private void show(Optional<ShutdownDialogViewModel> dialog) {
        watching.end();
        shown.ifPresent(Overlay::close);
        shown = dialog.map(this::open);
    }

    private Overlay open(ShutdownDialogViewModel dialog) {
        var card = new ShutdownCard(dialog, overlays, model::close, watching);
        var overlay = overlays.open(card, card.wayOut(), model::close);
        card.keepAway();
        return overlay;
    }
}
