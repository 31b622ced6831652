package daemoneye.app.bulk;

import daemoneye.app.calls.CallTerms;
import daemoneye.app.calls.OperationsViewModel;
import daemoneye.app.guard.Intent;
import daemoneye.app.text.Messages;
import daemoneye.rpc.client.fleet.FleetModel;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/// The bulk actions of a window; the newest one's table is shown. FX thread only.
public final class BulkViewModel {
    private final OperationsViewModel operations;
    private final FleetModel fleet;
    private final BiConsumer<Intent, String> tell;
    private final ReadOnlyObjectWrapper<Optional<BulkRunViewModel>> open =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param tell given the end of an action whose table was closed before
    public BulkViewModel(
            OperationsViewModel operations, FleetModel fleet, BiConsumer<Intent, String> tell) {
        this.tell = tell;
        this.operations = operations;
        this.fleet = fleet;
    }

    /// Begins an action on several collectors and shows its table.
    public void run(Intent intent, Map<String, CallTerms> terms) {
        var run = new BulkRunViewModel(intent, terms, operations, this::obstacle);
        open.set(Optional.of(run));
        run.begin();
        run.overProperty()
                .subscribe(
                        over -> {
                            if (over && !open.get().equals(Optional.of(run))) {
                                tell.accept(
                                        intent,
                                        Messages.text("bulk.left", run.summaryProperty().get()));
                            }
                        });
    }

    private Optional<String> obstacle() {
        return fleet.snapshot().lastKnownAt().map(_ -> Messages.text("bulk.noLink"));
    }

    /// Closes the table; the action goes on.
    public void close() {
        open.set(Optional.empty());
    }

    public ReadOnlyObjectProperty<Optional<BulkRunViewModel>> openProperty() {
        return open.getReadOnlyProperty();
    }
}
