package daemoneye.app.detail;

import daemoneye.app.breakers.BreakersViewModel;
import daemoneye.app.calls.CollectorAction;
import daemoneye.app.calls.OperationsViewModel;
import daemoneye.app.controls.beat.Pill;
import daemoneye.app.controls.gauge.GaugeReading;
import daemoneye.app.dashboard.BeatPills;
import daemoneye.app.dashboard.LastKnown;
import daemoneye.app.dashboard.Standing;
import daemoneye.app.text.Messages;
import daemoneye.app.text.SafeText;
import daemoneye.rpc.client.connection.ConnectionState;
import daemoneye.rpc.client.fleet.CollectorView;
import daemoneye.rpc.client.fleet.FleetModel;
import daemoneye.rpc.client.fleet.FleetSnapshot;
import daemoneye.rpc.client.fleet.MetricHistory;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.operation.Role;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/// One collector in full: the pane beside the table, and the page of its own. FX thread only.
public final class DetailViewModel {
    private final FleetModel fleet;
    private final OperationsViewModel operations;
    private final Executor fxThread;
    private final ReadOnlyStringWrapper id = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper reason = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper process = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Standing> standing =
            new ReadOnlyObjectWrapper<>(Standing.UNKNOWN);
    private final ReadOnlyObjectWrapper<GaugeReading> health = reading();
    private final ReadOnlyObjectWrapper<GaugeReading> cpu = reading();
    private final ReadOnlyObjectWrapper<GaugeReading> memory = reading();
    private final ReadOnlyObjectWrapper<List<Pill>> pills = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Map<String, List<Double>>> history =
            new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyStringWrapper locked = new ReadOnlyStringWrapper("");
    private BooleanSupplier isLocked = () -> false;
    private final ReadOnlyObjectWrapper<Set<CollectorAction>> offered =
            new ReadOnlyObjectWrapper<>(Set.of());
    private final ReadOnlyBooleanWrapper present = new ReadOnlyBooleanWrapper(false);
    private final ObservableList<ComponentItem> components = FXCollections.observableArrayList();
    private final ObservableList<FactItem> metrics = FXCollections.observableArrayList();
    private final ObservableList<FactItem> facts = FXCollections.observableArrayList();

    /// @param fxThread where histories are shown
    public DetailViewModel(FleetModel fleet, OperationsViewModel operations, Executor fxThread) {
        this.fleet = fleet;
        this.operations = operations;
        this.fxThread = fxThread;
        operations.revisionProperty().subscribe(this::offer);
    }

    private static ReadOnlyObjectWrapper<GaugeReading> reading() {
        return new ReadOnlyObjectWrapper<>(GaugeReading.none());
    }

    /// The breakers between this console and the collectors.
    public BreakersViewModel breakers() {
        return operations.breakers();
    }

    /// Turns to another collector, or to none.
    public void lookAt(Optional<String> newId) {
        if (newId.orElse("").equals(id.get())) {
            return;
        }
        id.set(newId.orElse(""));
        fleet.focus(newId.map(CollectorId::new));
        history.set(Map.of());
        show(fleet.snapshot());
    }

    /// Shows what a snapshot says of the collector looked at.
    public void show(FleetSnapshot snapshot) {
        locked.set(lockOf(snapshot.link()));
        var view =
                snapshot.collectors().stream()
                        .filter(each -> each.id().text().equals(id.get()))
                        .findFirst();
        present.set(view.isPresent());
        view.ifPresent(this::show);
    }

    private void show(CollectorView view) {
        standing.set(Standing.of(view));
        reason.set(SafeText.sentence(view.healthReason().or(view.info()::stateReason).orElse("")));
        process.set(DetailFacts.processLine(view));
        health.set(LastKnown.reading(view, view.healthScore().orElse(Double.NaN)));
        cpu.set(LastKnown.reading(view, view.vital("cpu_usage_percent").orElse(Double.NaN)));
        memory.set(LastKnown.reading(view, view.vital("memory_usage_mb").orElse(Double.NaN)));
        pills.set(BeatPills.of(view.beats()));
        replace(components, DetailFacts.components(view));
        replace(metrics, DetailFacts.metrics(view));
        replace(facts, DetailFacts.facts(view));
        offer();
        var now = id.get();
        var _ =
                fleet.history(view.id())
                        .thenAccept(found -> fxThread.execute(() -> showHistory(now, found)));
    }

    private static <T> void replace(ObservableList<T> shown, List<T> wanted) {
        if (!shown.equals(wanted)) {
            shown.setAll(wanted);
        }
    }

    private void showHistory(String of, MetricHistory found) {
        if (of.equals(id.get())) {
            history.set(DetailFacts.values(found));
        }
    }

    private String lockOf(ConnectionState link) {
        if (isLocked.getAsBoolean()) {
            return Messages.text("detail.locked");
        }
        boolean viewer =
                link instanceof ConnectionState.Connected(var welcome, _)
                        && welcome.role().filter(Role.VIEWER::equals).isPresent();
        return viewer ? Messages.text("detail.viewer") : "";
    }

    /// Which connection is locked for reading is known elsewhere.
    public void useLock(BooleanSupplier lock) {
        isLocked = lock;
    }

    /// Why buttons that change something are dead; empty text if they are not.
    public ReadOnlyStringProperty lockedProperty() {
        return locked.getReadOnlyProperty();
    }

    private void offer() {
        var fitting = EnumSet.noneOf(CollectorAction.class);
        for (var action : CollectorAction.values()) {
            if (present.get()
                    && action.hasButton()
                    && action.fits(standing.get())
                    && (locked.get().isEmpty() || !action.isHeldBackByLock())
                    && !operations.isRunning(action, id.get())) {
                fitting.add(action);
            }
        }
        offered.set(fitting);
    }

    /// Empty text while nothing is looked at.
    public ReadOnlyStringProperty idProperty() {
        return id.getReadOnlyProperty();
    }

    /// Whether the fleet knows the collector looked at.
    public ReadOnlyBooleanProperty presentProperty() {
        return present.getReadOnlyProperty();
    }

    /// Why it stands as it does; may be empty.
    public ReadOnlyStringProperty reasonProperty() {
        return reason.getReadOnlyProperty();
    }

    /// "Process running, pid 4711, up 6 h 12 m".
    public ReadOnlyStringProperty processProperty() {
        return process.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Standing> standingProperty() {
        return standing.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<GaugeReading> healthProperty() {
        return health.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<GaugeReading> cpuProperty() {
        return cpu.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<GaugeReading> memoryProperty() {
        return memory.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<Pill>> pillsProperty() {
        return pills.getReadOnlyProperty();
    }

    /// Figures over time by vital name, oldest first.
    public ReadOnlyObjectProperty<Map<String, List<Double>>> historyProperty() {
        return history.getReadOnlyProperty();
    }

    /// The actions whose buttons are live.
    public ReadOnlyObjectProperty<Set<CollectorAction>> offeredProperty() {
        return offered.getReadOnlyProperty();
    }

    public ObservableList<ComponentItem> components() {
        return components;
    }

    public ObservableList<FactItem> metrics() {
        return metrics;
    }

    public ObservableList<FactItem> facts() {
        return facts;
    }
}
