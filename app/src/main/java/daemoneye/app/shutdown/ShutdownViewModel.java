package daemoneye.app.shutdown;

import daemoneye.app.calls.CollectorAction;
import daemoneye.app.calls.OperationsViewModel;
import daemoneye.app.guard.Ask;
import daemoneye.app.guard.GuardViewModel;
import daemoneye.app.guard.Intent;
import daemoneye.rpc.client.fleet.FleetModel;
import daemoneye.rpc.client.fleet.FleetSnapshot;
import daemoneye.rpc.protocol.time.Ticker;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The shutdown dialogs of a window: at most one is open; those that were closed on the way go on
/// and can be opened again. FX thread only.
public final class ShutdownViewModel {
    private final GuardViewModel guard;
    private final OperationsViewModel operations;
    private final FleetModel fleet;
    private final Ticker ticker;
    private final Map<String, ShutdownDialogViewModel> underWay = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<Optional<ShutdownDialogViewModel>> open =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    public ShutdownViewModel(
            GuardViewModel guard, OperationsViewModel operations, FleetModel fleet, Ticker ticker) {
        this.guard = guard;
        this.operations = operations;
        this.fleet = fleet;
        this.ticker = ticker;
    }

    /// Opens the dialog for the shutdown of one collector.
    ///
    /// @return false if the intent is another one
    public boolean asks(Intent intent) {
        if (intent.action() != CollectorAction.SHUT_DOWN || intent.targets().size() != 1) {
            return false;
        }
        if (guard.decide(intent) instanceof Ask.Question asked) {
            var dialog = new ShutdownDialogViewModel(asked, guard, operations, ticker);
            dialog.show(fleet.snapshot());
            open.set(Optional.of(dialog));
        }
        return true;
    }

    /// Opens the dialog of a shutdown that is under way.
    ///
    /// @return false if there is none on this collector
    public boolean reopen(String collector) {
        var dialog = Optional.ofNullable(underWay.get(collector));
        dialog.ifPresent(found -> open.set(Optional.of(found)));
        return dialog.isPresent();
    }

    /// Closes the dialog; a shutdown under way goes on.
    public void close() {
        open.get()
                .filter(ShutdownDialogViewModel::isUnderWay)
                .ifPresent(dialog -> underWay.put(dialog.collector(), dialog));
        open.set(Optional.empty());
    }

    /// Lets all of them know what the fleet says.
    public void show(FleetSnapshot snapshot) {
        open.get().ifPresent(dialog -> show(dialog, snapshot));
        underWay.values().forEach(dialog -> show(dialog, snapshot));
        underWay.values().removeIf(dialog -> !dialog.isUnderWay());
    }

    private static void show(ShutdownDialogViewModel dialog, FleetSnapshot snapshot) {
        dialog.show(snapshot);
        dialog.tick();
    }

    public ReadOnlyObjectProperty<Optional<ShutdownDialogViewModel>> openProperty() {
        return open.getReadOnlyProperty();
    }
}
