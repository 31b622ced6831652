package daemoneye.app.dashboard;

import daemoneye.rpc.client.fleet.CollectorView;
import daemoneye.rpc.client.fleet.FleetSnapshot;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The fleet page: rows, how many stand how, and what is searched for. FX thread only.
public final class FleetViewModel {
    private final ObservableList<CollectorRowViewModel> all = FXCollections.observableArrayList();
    private final FilteredList<CollectorRowViewModel> shown = new FilteredList<>(all);
    private final Map<String, CollectorRowViewModel> byId = new HashMap<>();
    private final StringProperty search = new SimpleStringProperty("");
    private final ObjectProperty<Optional<Standing>> chip =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<String>> selected =
            new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Map<Standing, Integer>> counts =
            new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Emptiness> emptiness =
            new ReadOnlyObjectWrapper<>(Emptiness.CONNECTING);
    private final ReadOnlyBooleanWrapper frozen = new ReadOnlyBooleanWrapper(false);

    public FleetViewModel() {
        search.subscribe(this::filter);
        chip.subscribe(this::filter);
    }

    /// Shows a snapshot: rows keep their identity, so that selection and scrolling stay.
    public void show(FleetSnapshot snapshot) {
        var present = new HashSet<String>();
        var standings = new EnumMap<Standing, Integer>(Standing.class);
        var fresh = new ArrayList<CollectorRowViewModel>();
        boolean moved = false;
        for (var view : snapshot.collectors()) {
            present.add(view.id().text());
            var before = known(view).map(CollectorRowViewModel::facts);
            var now = rowOf(view, fresh).facts();
            standings.merge(now.standing(), 1, Integer::sum);
            moved |= before.filter(now::equals).isEmpty();
        }
        // At once: a table that grows row by row is laid out as often.
        all.addAll(fresh);
        if (present.size() < all.size()) {
            moved = true;
            all.removeIf(row -> !present.contains(row.id()));
            byId.keySet().retainAll(present);
        }
        if (moved) {
            counts.set(Map.copyOf(standings));
        }
        emptiness.set(Emptiness.of(snapshot));
        frozen.set(snapshot.lastKnownAt().isPresent());
        boolean filtered = chip.get().isPresent() || !search.get().isBlank();
        if (moved && filtered) {
            filter();
        }
    }

    /// Says on each row what stands in the way of calls to its collector.
    ///
    /// @param obstacle given an id; empty if nothing does
    public void obstruct(UnaryOperator<String> obstacle) {
        all.forEach(row -> row.obstruct(obstacle.apply(row.id())));
    }

    private Optional<CollectorRowViewModel> known(CollectorView view) {
        return Optional.ofNullable(byId.get(view.id().text()));
    }

    private CollectorRowViewModel rowOf(CollectorView view, List<CollectorRowViewModel> fresh) {
        var row = known(view);
        if (row.isPresent()) {
            row.get().show(view);
            return row.get();
        }
        var made = new CollectorRowViewModel(view.id().text());
        made.show(view);
        byId.put(made.id(), made);
        fresh.add(made);
        return made;
    }

    private void filter() {
        var words = RowFilter.parse(search.get());
        var wanted = chip.get();
        problem.set(words.problem().orElse(""));
        shown.setPredicate(
                row -> words.test(row) && (wanted.isEmpty() || wanted.get() == row.standing()));
    }

    /// Why no row can pass the search, with what to write instead; empty if some could.
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Rows that pass search and chip.
    public ObservableList<CollectorRowViewModel> rows() {
        return shown;
    }

    /// Nothing is looked for any more.
    public void showAll() {
        chip.set(Optional.empty());
        search.set("");
    }

    /// Whether there is any collector at all, shown or not.
    public boolean isEmpty() {
        return all.isEmpty();
    }

    public StringProperty searchProperty() {
        return search;
    }

    /// The one standing that is shown, or all.
    public ObjectProperty<Optional<Standing>> chipProperty() {
        return chip;
    }

    /// The id of the collector somebody looks at.
    public ObjectProperty<Optional<String>> selectedProperty() {
        return selected;
    }

    /// How many collectors stand how; standings that nobody has are absent.
    public ReadOnlyObjectProperty<Map<Standing, Integer>> countsProperty() {
        return counts.getReadOnlyProperty();
    }

    /// Why there is none, if there is none.
    public ReadOnlyObjectProperty<Emptiness> emptinessProperty() {
        return emptiness.getReadOnlyProperty();
    }

    /// True while the picture is only last known.
    public ReadOnlyBooleanProperty frozenProperty() {
        return frozen.getReadOnlyProperty();
    }
}
