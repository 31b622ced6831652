package daemoneye.app.config.apply;

import daemoneye.app.calls.OperationState;
import daemoneye.app.calls.OperationViewModel;
import daemoneye.app.calls.OperationViewModel.Asking;
import daemoneye.app.calls.OperationsViewModel;

import javafx.util.Subscription;

import java.util.concurrent.atomic.AtomicReference;

/// Asks what became of a change whose end nobody knows. Sends nothing again. FX thread only.
final class Inquiry {
    private Inquiry() {}

    /// @param then runs when it is known, or that nobody knows still; at once if it is known
    /// already
    static void about(OperationViewModel asked, OperationsViewModel operations, Runnable then) {
        if (asked.stateProperty().get() == OperationState.UNKNOWN) {
            operations.findOut(asked);
        }
        if (asked.askingProperty().get() == Asking.NOTHING) {
            then.run();
            return;
        }
        var waits = new AtomicReference<>(Subscription.EMPTY);
        waits.set(
                asked.askingProperty()
                        .subscribe(
                                (_, now) -> {
                                    if (now == Asking.NOTHING) {
                                        waits.get().unsubscribe();
                                        then.run();
                                    }
                                }));
    }
}
