package daemoneye.app.config.view;

import daemoneye.app.config.ConfigDialogViewModel;
import daemoneye.app.config.ConfigViewModel;
import daemoneye.app.config.exchange.ConfigFiles;
import daemoneye.app.fx.Watching;
import daemoneye.app.overlay.Overlay;
import daemoneye.app.overlay.Overlays;

import java.util.Optional;

/// Puts the open configuration dialog over the window. FX thread.
public final class ConfigView {
    private final ConfigViewModel model;
    private final Overlays overlays;
    private final ConfigFiles files;
    private Optional<Overlay> shown = Optional.empty();
    private Watching watching = new Watching();

    /// @param files asks a person for files
    public ConfigView(ConfigViewModel model, Overlays overlays, ConfigFiles files) {
        this.model = model;
        this.overlays = overlays;
        this.files = files;
        model.openProperty().subscribe(this::show);
    }

    private void show(Optional<ConfigDialogViewModel> dialog) {
        watching.end();
        shown.ifPresent(Overlay::close);
        shown = dialog.map(this::open);
    }

    private Overlay open(ConfigDialogViewModel dialog) {
        watching = new Watching();
        var card = new ConfigCard(dialog, files, model::close, watching);
        return overlays.open(card, card.wayOut(), model::close);
    }
}
