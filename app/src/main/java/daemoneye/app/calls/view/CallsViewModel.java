package daemoneye.app.calls.view;

import daemoneye.app.breakers.BreakersViewModel;
import daemoneye.app.calls.OperationState;
import daemoneye.app.calls.OperationViewModel;
import daemoneye.app.calls.OperationsViewModel;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Which of the operations are shown, and which one somebody looks at. FX thread only.
public final class CallsViewModel {
    private final OperationsViewModel operations;
    private final FilteredList<OperationViewModel> shown;
    private final StringProperty search = new SimpleStringProperty("");
    private final ObjectProperty<Optional<OperationState>> state =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<OperationViewModel>> chosen =
            new SimpleObjectProperty<>(Optional.empty());

    public CallsViewModel(OperationsViewModel operations) {
        this.operations = operations;
        shown = new FilteredList<>(operations.all());
        search.subscribe(this::filter);
        state.subscribe(this::filter);
    }

    private void filter() {
        var words = List.of(search.get().strip().toLowerCase(Locale.ROOT).split("\\s+"));
        var wanted = state.get();
        shown.setPredicate(
                each ->
                        wanted.filter(one -> one != each.stateProperty().get()).isEmpty()
                                && words.stream().allMatch(word -> has(each, word)));
    }

    private static boolean has(OperationViewModel operation, String word) {
        return operation.title().toLowerCase(Locale.ROOT).contains(word)
                || operation.correlation().startsWith(word);
    }

    /// Whether anything was asked at all, shown or not.
    public boolean isEmpty() {
        return operations.all().isEmpty();
    }

    /// Those that pass search and outcome, newest first.
    public ObservableList<OperationViewModel> rows() {
        return shown;
    }

    /// Words of the title, or the beginning of a correlation id.
    public StringProperty searchProperty() {
        return search;
    }

    /// The one outcome that is shown, or all.
    public ObjectProperty<Optional<OperationState>> stateProperty() {
        return state;
    }

    public ObjectProperty<Optional<OperationViewModel>> chosenProperty() {
        return chosen;
    }

    /// Asks whoever works on it to stop.
    public void cancel(OperationViewModel operation) {
        operations.cancel(operation);
    }

    /// Asks what became of it.
    public void findOut(OperationViewModel operation) {
        operations.findOut(operation);
    }

    public BreakersViewModel breakers() {
        return operations.breakers();
    }
}
