package daemoneye.app.rollout.view;

import daemoneye.app.bulk.view.FileChoice;
import daemoneye.app.fx.Watching;
import daemoneye.app.overlay.Overlay;
import daemoneye.app.overlay.Overlays;
import daemoneye.app.rollout.RolloutDialogViewModel;
import daemoneye.app.rollout.RolloutsViewModel;
import daemoneye.app.rollout.RolloutsViewModel.Open;
import daemoneye.app.rollout.run.RolloutRun;

import java.util.Optional;

/// Puts the open dialog of a rollout over the window. FX thread.
public final class RolloutView {
    private final RolloutsViewModel model;
    private final Overlays overlays;
    private final FileChoice files;
    private Optional<Overlay> shown = Optional.empty();
    private Watching watching = new Watching();

    /// @param files asks a person where to write results
    public RolloutView(RolloutsViewModel model, Overlays overlays, FileChoice files) {
        this.model = model;
        this.overlays = overlays;
        this.files = files;
        model.openProperty().subscribe(this::show);
    }

    private void show(Open open) {
        watching.end();
        watching = new Watching();
        shown.ifPresent(Overlay::close);
        shown =
                switch (open) {
                    case Open.Nothing() -> Optional.empty();
                    case Open.Preparing(var dialog) -> Optional.of(prepare(dialog));
                    case Open.Watching(var run) -> Optional.of(watch(run));
                };
    }

    private Overlay prepare(RolloutDialogViewModel dialog) {
        var card = new PrepareCard(dialog, model::close, watching);
        return overlays.open(card, card.wayOut(), model::close);
    }

    private Overlay watch(RolloutRun run) {
        var card = new RunCard(run, files, model::close, watching);
        return overlays.open(card, card.wayOut(), model::close);
    }
}
