package daemoneye.app.bulk.view;

import daemoneye.app.bulk.BulkRunViewModel;
import daemoneye.app.bulk.BulkViewModel;
import daemoneye.app.fx.Watching;
import daemoneye.app.overlay.Overlay;
import daemoneye.app.overlay.Overlays;

import java.util.Optional;

/// Puts the table of the newest bulk action over the window. FX thread.
public final class BulkView {
    private final BulkViewModel model;
    private final Overlays overlays;
    private final FileChoice files;
    private final Watching watching = new Watching();
    private Optional<Overlay> shown = Optional.empty();

    /// @param files asks a person where to write
    public BulkView(BulkViewModel model, Overlays overlays, FileChoice files) {
        this.model = model;
        this.overlays = overlays;
        this.files = files;
        model.openProperty().subscribe(this::show);
    }

    private void show(Optional<BulkRunViewModel> run) {
        watching.end();
        shown.ifPresent(Overlay::close);
        shown = run.map(this::open);
    }

    private Overlay open(BulkRunViewModel run) {
        var card = new BulkCard(run, files, model::forceNow, model::close, watching);
        return overlays.open(card, card.wayOut(), model::close);
    }
}
