package daemoneye.app.bulk;

import daemoneye.app.calls.CallTerms;
import daemoneye.app.calls.CollectorAction;
import daemoneye.app.calls.OperationsViewModel;
import daemoneye.app.guard.GuardViewModel;
import daemoneye.app.guard.Intent;
import daemoneye.app.text.Messages;
import daemoneye.rpc.client.fleet.FleetModel;
import daemoneye.rpc.client.fleet.FleetSnapshot;
import daemoneye.rpc.protocol.time.Ticker;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The bulk actions of a window, newest first; the table of at most one is shown, and can be opened
/// again as long as the window lives. FX thread only.
public final class BulkViewModel {
    /// Tables that are kept; of those beyond, the oldest that are over are forgotten.
    public static final int KEPT = 20;

    private final OperationsViewModel operations;
    private final FleetModel fleet;
    private final GuardViewModel guard;
    private final Ticker ticker;
    private final ObservableList<BulkRunViewModel> runs = FXCollections.observableArrayList();
    private final ObservableList<BulkRunViewModel> shownRuns =
            FXCollections.unmodifiableObservableList(runs);
    private final ReadOnlyObjectWrapper<Optional<BulkRunViewModel>> open =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param guard told of the end of an action whose table was closed before, and asked for what
    ///     somebody does from a table
    public BulkViewModel(
            OperationsViewModel operations, FleetModel fleet, GuardViewModel guard, Ticker ticker) {
        this.operations = operations;
        this.fleet = fleet;
        this.guard = guard;
        this.ticker = ticker;
    }

    /// Begins an action on several collectors and shows its table.
    public void run(Intent intent, Map<String, CallTerms> terms) {
        var run = new BulkRunViewModel(intent, terms, operations, this::obstacle, ticker);
        runs.addFirst(run);
        forgetOldest();
        open.set(Optional.of(run));
        run.begin();
        run.overProperty()
                .subscribe(
                        over -> {
                            if (over && !open.get().equals(Optional.of(run))) {
                                guard.tell(
                                        intent,
                                        Messages.text("bulk.left", run.summaryProperty().get()));
                            }
                        });
    }

    private void forgetOldest() {
        for (int at = runs.size() - 1; runs.size() > KEPT && at > 0; at--) {
            if (runs.get(at).overProperty().get()) {
                runs.remove(at);
            }
        }
    }

    private Optional<String> obstacle() {
        return fleet.snapshot().lastKnownAt().map(_ -> Messages.text("bulk.noLink"));
    }

    /// Lets those under way know what the fleet says.
    public void show(FleetSnapshot snapshot) {
        runs.stream()
                .filter(run -> run.isShutdown() && !run.overProperty().get())
                .forEach(run -> run.show(snapshot));
    }

    /// Shows the table of one of [#runs()] again.
    public void reopen(BulkRunViewModel run) {
        open.set(Optional.of(run));
    }

    /// Asks, with the care it takes, whether the process of a target shall be killed now.
    public void forceNow(BulkRow row) {
        guard.request(CollectorAction.FORCE_SHUT_DOWN, List.of(row.collector()));
    }

    /// Closes the table; the action goes on.
    public void close() {
        open.set(Optional.empty());
    }

    /// All that can be opened again, newest first.
    public ObservableList<BulkRunViewModel> runs() {
        return shownRuns;
    }

    public ReadOnlyObjectProperty<Optional<BulkRunViewModel>> openProperty() {
        return open.getReadOnlyProperty();
    }
}
