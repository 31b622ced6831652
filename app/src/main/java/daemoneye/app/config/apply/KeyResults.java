package daemoneye.app.config.apply;

import daemoneye.app.config.draft.Change;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.List;
import java.util.function.UnaryOperator;

/// What became of each changed setting so far. FX thread only.
final class KeyResults {
    private final ReadOnlyObjectWrapper<List<KeyResult>> all;

    KeyResults(List<Change> changes) {
        all = new ReadOnlyObjectWrapper<>(changes.stream().map(KeyResult::sent).toList());
    }

    void learn(UnaryOperator<KeyResult> news) {
        all.set(all.get().stream().map(news).toList());
    }

    ReadOnlyObjectProperty<List<KeyResult>> allProperty() {
        return all.getReadOnlyProperty();
    }
}
