package daemoneye.app.config;

import daemoneye.app.config.talk.Desk;
import daemoneye.rpc.client.fleet.FleetSnapshot;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The configuration dialogs of this window. One is open at most; one that is closed with edits
/// that were not sent, or while it sends, is kept and comes back as it was. FX thread only.
public final class ConfigViewModel {
    private final Desk desk;
    private final Map<String, ConfigDialogViewModel> kept = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<Optional<ConfigDialogViewModel>> open =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    public ConfigViewModel(Desk desk) {
        this.desk = desk;
    }

    /// Opens the dialog of a collector; one with edits from before comes back.
    public void open(String collector) {
        var before = Optional.ofNullable(kept.get(collector));
        var dialog = before.orElseGet(() -> new ConfigDialogViewModel(desk, collector));
        kept.put(collector, dialog);
        dialog.show(desk.fleet().snapshot());
        if (before.isPresent()) {
            dialog.comeBack();
        } else {
            dialog.read();
        }
        open.set(Optional.of(dialog));
    }

    /// Closes the open one. Nothing typed is lost.
    public void close() {
        open.get()
                .filter(each -> !each.isWorthKeeping())
                .ifPresent(each -> kept.remove(each.collector()));
        open.set(Optional.empty());
    }

    /// Whether no dialog is open and none is kept.
    public boolean isAtRest() {
        return kept.isEmpty();
    }

    /// Lets them know what the fleet says.
    public void show(FleetSnapshot snapshot) {
        List.copyOf(kept.values()).forEach(each -> each.show(snapshot));
    }

    public ReadOnlyObjectProperty<Optional<ConfigDialogViewModel>> openProperty() {
        return open.getReadOnlyProperty();
    }
}
