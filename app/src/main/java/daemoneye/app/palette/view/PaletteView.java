package daemoneye.app.palette.view;

import daemoneye.app.overlay.Overlay;
import daemoneye.app.overlay.Overlays;
import daemoneye.app.palette.PaletteViewModel;

import java.util.Optional;

/// Puts the palette over the window. FX thread.
public final class PaletteView {
    private final PaletteViewModel model;
    private final Overlays overlays;
    private Optional<Overlay> shown = Optional.empty();

    public PaletteView(PaletteViewModel model, Overlays overlays) {
        this.model = model;
        this.overlays = overlays;
        model.openProperty().subscribe(this::show);
    }

    private void show(boolean open) {
        shown.ifPresent(Overlay::close);
        shown = open ? Optional.of(open()) : Optional.empty();
    }

    private Overlay open() {
        var card = new PaletteCard(model);
        return overlays.open(card, card.line(), model::hide).keepingTab();
    }

    /// Shows what each key and each verb does.
    public void showKeys() {
        var card = new KeySheet(model::offers, this::hideKeys);
        shown = Optional.of(overlays.open(card, card.close(), this::hideKeys));
    }

    private void hideKeys() {
        shown.ifPresent(Overlay::close);
        shown = Optional.empty();
    }
}
