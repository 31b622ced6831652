package daemoneye.app.shutdown;

import daemoneye.app.calls.CallTerms;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/// The shutdown dialogs of a window: at most one is open; those that were closed on the way go on
/// and can be opened again. FX thread only.
public final class ShutdownViewModel {
    private final GuardViewModel guard;
    private final OperationsViewModel operations;
    private final FleetModel fleet;
    private final Ticker ticker;
    private final Map<String, ShutdownDialogViewModel> underWay = new LinkedHashMap<>();
    private final BiConsumer<Intent, Map<String, CallTerms>> begin;
    private final ReadOnlyObjectWrapper<Optional<ShutdownDialogViewModel>> open =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ShutdownSeveralViewModel>> several =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param begin shuts several down, in this order and on these terms
    public ShutdownViewModel(
            GuardViewModel guard,
            OperationsViewModel operations,
            FleetModel fleet,
            Ticker ticker,
            BiConsumer<Intent, Map<String, CallTerms>> begin) {
        this.begin = begin;
        this.guard = guard;
        this.operations = operations;
        this.fleet = fleet;
        this.ticker = ticker;
    }

    /// Opens the dialog for a shutdown of one collector, or of several.
    ///
    /// @param listed all that somebody chose, as they were listed
    /// @return false if the intent is another one
    public boolean asks(Intent intent, List<String> listed) {
        if (intent.action() != CollectorAction.SHUT_DOWN) {
            return false;
        }
        if (guard.decide(intent) instanceof Ask.Question asked) {
            if (asked.stakes().intent().targets().size() > 1) {
                several.set(
                        Optional.of(
                                new ShutdownSeveralViewModel(
                                        asked, listed, guard, begin, this::closeSeveral)));
                return true;
            }
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

    /// Closes the dialog for several; nothing has been sent.
    public void closeSeveral() {
        several.set(Optional.empty());
    }

    /// Lets all of them know what the fleet says.
    public void show(FleetSnapshot snapshot) {
        open.get().ifPresent(dialog -> show(dialog, snapshot));
        several.get().ifPresent(ShutdownSeveralViewModel::show);
        underWay.values().forEach(dialog -> show(dialog, snapshot));
        underWay.values().removeIf(dialog -> !dialog.isUnderWay());
    }

    private static void show(ShutdownDialogViewModel dialog, FleetSnapshot snapshot) {
        dialog.show(snapshot);
        dialog.tick();
    }

    /// The dialog for several that stands open.
    public ReadOnlyObjectProperty<Optional<ShutdownSeveralViewModel>> severalProperty() {
        return several.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<ShutdownDialogViewModel>> openProperty() {
        return open.getReadOnlyProperty();
    }
}
