package daemoneye.app.bulk;

import daemoneye.app.calls.OperationState;
import daemoneye.app.calls.OperationViewModel;
import daemoneye.app.shutdown.ShutdownRun;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import java.util.Optional;

/// One target of a bulk action and what became of it. FX thread only.
public final class BulkRow {
    private final String collector;
    private final int wave;
    private final ReadOnlyObjectWrapper<RowState> state =
            new ReadOnlyObjectWrapper<>(RowState.WAITING);
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper took = new ReadOnlyStringWrapper("");
    private Optional<OperationViewModel> operation = Optional.empty();
    private Optional<ShutdownRun> shutdown = Optional.empty();

    BulkRow(String collector, int wave) {
        this.collector = collector;
        this.wave = wave;
    }

    /// It is a shutdown: its phases are told too.
    void follow(OperationViewModel call, ShutdownRun run, Runnable onEnd) {
        shutdown = Optional.of(run);
        run.follow(call);
        text.bind(run.headlineProperty());
        begin(call, onEnd);
    }

    void follow(OperationViewModel call, Runnable onEnd) {
        text.bind(call.stepProperty());
        begin(call, onEnd);
    }

    private void begin(OperationViewModel call, Runnable onEnd) {
        operation = Optional.of(call);
        call.joinOthers();
        took.bind(call.timeProperty());
        call.stateProperty()
                .subscribe(
                        now -> {
                            state.set(RowState.of(now));
                            if (now != OperationState.RUNNING) {
                                onEnd.run();
                            }
                        });
    }

    void notSent(String why) {
        text.set(why);
        state.set(RowState.NOT_SENT);
    }

    /// The call, once it was begun.
    public Optional<OperationViewModel> operation() {
        return operation;
    }

    /// How far its shutdown has come, if it is one and was begun.
    public Optional<ShutdownRun> shutdown() {
        return shutdown;
    }

    /// Whether there is something to find out: nobody knows whether it had an effect.
    public boolean isCheckable() {
        return operation.filter(call -> call.checkable().get()).isPresent();
    }

    public String collector() {
        return collector;
    }

    /// Counted from 1.
    public int wave() {
        return wave;
    }

    public ReadOnlyObjectProperty<RowState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// What it does at the moment, or how it ended and what to do next.
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty tookProperty() {
        return took.getReadOnlyProperty();
    }
}
