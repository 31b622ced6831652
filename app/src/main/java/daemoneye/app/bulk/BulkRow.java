package daemoneye.app.bulk;

import daemoneye.app.calls.OperationState;
import daemoneye.app.calls.OperationViewModel;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// One target of a bulk action and what became of it. FX thread only.
public final class BulkRow {
    private final String collector;
    private final int wave;
    private final ReadOnlyObjectWrapper<RowState> state =
            new ReadOnlyObjectWrapper<>(RowState.WAITING);
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper took = new ReadOnlyStringWrapper("");

    BulkRow(String collector, int wave) {
        this.collector = collector;
        this.wave = wave;
    }

    void follow(OperationViewModel operation, Runnable onEnd) {
        operation.joinOthers();
        text.bind(operation.stepProperty());
        took.bind(operation.timeProperty());
        operation
                .stateProperty()
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
