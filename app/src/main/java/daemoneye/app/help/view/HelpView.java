package daemoneye.app.help.view;

import daemoneye.app.fx.Watching;
import daemoneye.app.help.HelpViewModel;
import daemoneye.app.overlay.Overlay;
import daemoneye.app.overlay.Overlays;

import javafx.scene.Node;
import javafx.util.Subscription;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/// Puts the dialogs of Help over the window. FX thread.
public final class HelpView {
    private final HelpViewModel model;
    private final Overlays overlays;
    private final Function<String, Optional<Path>> saveAs;
    private final Subscription following;
    private final Watching watching = new Watching();
    private Optional<Overlay> shown = Optional.empty();

    /// @param saveAs asks a person where a file of this name shall go
    public HelpView(
            HelpViewModel model, Overlays overlays, Function<String, Optional<Path>> saveAs) {
        this.model = model;
        this.overlays = overlays;
        this.saveAs = saveAs;
        following = model.sheetProperty().subscribe(this::show);
    }

    private void show(Optional<HelpViewModel.Sheet> sheet) {
        watching.end();
        shown.ifPresent(Overlay::close);
        shown =
                sheet.map(
                        each ->
                                switch (each) {
                                    case ABOUT -> open(new AboutCard(model, watching));
                                    case DIAGNOSTICS ->
                                            open(new BundleCard(model, saveAs, watching));
                                });
    }

    private Overlay open(HelpCard card) {
        Node first = card.first();
        return overlays.open(card, first, model::close);
    }

    /// Follows no longer: another view takes its place.
    public void leave() {
        following.unsubscribe();
        watching.end();
    }
}
