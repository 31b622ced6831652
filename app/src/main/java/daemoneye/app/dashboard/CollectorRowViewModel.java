package daemoneye.app.dashboard;

import daemoneye.app.controls.gauge.GaugeReading;
import daemoneye.app.text.Messages;
import daemoneye.app.text.SafeText;
import daemoneye.rpc.client.fleet.Beat;
import daemoneye.rpc.client.fleet.CollectorView;
import daemoneye.rpc.protocol.state.ProcessState;

import javafx.beans.binding.ObjectBinding;
import javafx.beans.binding.ObjectExpression;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// One row of the fleet table. Figures without a value are NaN. FX thread only.
public final class CollectorRowViewModel {
    private final String id;
    private final ReadOnlyStringWrapper type = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper host = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper reason = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Standing> standing =
            new ReadOnlyObjectWrapper<>(Standing.UNKNOWN);
    private final Health health = new Health();
    private final ReadOnlyObjectWrapper<List<Beat>> beats = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyDoubleWrapper cpu = new ReadOnlyDoubleWrapper(Double.NaN);
    private final ReadOnlyDoubleWrapper memory = new ReadOnlyDoubleWrapper(Double.NaN);
    private final ReadOnlyDoubleWrapper events = new ReadOnlyDoubleWrapper(Double.NaN);
    private final ReadOnlyDoubleWrapper lastBeatSeconds = new ReadOnlyDoubleWrapper(Double.NaN);
    private final ReadOnlyDoubleWrapper uptimeSeconds = new ReadOnlyDoubleWrapper(Double.NaN);
    private final ReadOnlyDoubleWrapper configVersion = new ReadOnlyDoubleWrapper(Double.NaN);

    private ProcessState state = ProcessState.UNKNOWN;
    private String usual = "";
    private String obstacle = "";

    CollectorRowViewModel(String id) {
        this.id = id;
    }

    void show(CollectorView view) {
        type.set(SafeText.name(view.info().collectorType()));
        host.set(SafeText.name(view.info().host()));
        standing.set(Standing.of(view));
        state = view.state();
        usual = noteOf(view);
        showNote();
        reason.set(SafeText.sentence(view.healthReason().or(view.info()::stateReason).orElse("")));
        health.show(view);
        beats.set(view.beats());
        boolean running = LastKnown.hasFigures(view);
        cpu.set(running ? number(view.vital("cpu_usage_percent")) : Double.NaN);
        memory.set(running ? number(view.vital("memory_usage_mb")) : Double.NaN);
        events.set(running ? number(view.vital("events_per_second")) : Double.NaN);
        lastBeatSeconds.set(view.lastBeatAge().map(CollectorRowViewModel::seconds).orElse(NONE));
        uptimeSeconds.set(
                running ? view.uptime().map(CollectorRowViewModel::seconds).orElse(NONE) : NONE);
        configVersion.set((double) view.configVersion());
    }

    /// Reckoned only when somebody looks: a score goes through five minutes of beats, and of 2,000
    /// rows twenty are seen.
    private static final class Health extends ObjectBinding<GaugeReading> {
        private Optional<CollectorView> newest = Optional.empty();

        void show(CollectorView view) {
            newest = Optional.of(view);
            invalidate();
        }

        @Override
        protected GaugeReading computeValue() {
            return newest.map(
                            view -> LastKnown.reading(view, view.healthScore().orElse(Double.NaN)))
                    .orElseGet(GaugeReading::none);
        }
    }

    /// Something stands in the way of calls to it: said before all else.
    void obstruct(String why) {
        obstacle = why;
        showNote();
    }

    private void showNote() {
        note.set(obstacle.isEmpty() ? usual : obstacle);
    }

    private static final double NONE = Double.NaN;

    private static String noteOf(CollectorView view) {
        return switch (view.liveness()) {
            case SUSPECT -> Messages.text("row.probing");
            case LIVE, LATE, UNRESPONSIVE, DOWN, UNKNOWN ->
                    view.lastBeatAge().isEmpty() && view.state() == ProcessState.UNKNOWN
                            ? Messages.text("row.neverSeen")
                            : restarts(view);
        };
    }

    private static String restarts(CollectorView view) {
        int count = view.info().restarts();
        return count == 0 ? "" : Messages.text("row.restarts", count);
    }

    private static double number(OptionalDouble value) {
        return value.orElse(Double.NaN);
    }

    private static double seconds(Duration time) {
        return time.toSeconds() + time.toNanosPart() / 1e9;
    }

    public String id() {
        return id;
    }

    public String type() {
        return type.get();
    }

    public String host() {
        return host.get();
    }

    /// What a search looks at.
    SearchToken.Facts facts() {
        return new SearchToken.Facts(standing.get(), state, type.get(), host.get());
    }

    public Standing standing() {
        return standing.get();
    }

    public ReadOnlyStringProperty typeProperty() {
        return type.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty hostProperty() {
        return host.getReadOnlyProperty();
    }

    /// A word beside the id, e.g. "probing"; may be empty.
    public ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /// Why it stands as it does; may be empty.
    public ReadOnlyStringProperty reasonProperty() {
        return reason.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Standing> standingProperty() {
        return standing.getReadOnlyProperty();
    }

    public ObjectExpression<GaugeReading> healthProperty() {
        return health;
    }

    /// Oldest first. Only rows that are seen make pills of them.
    public ReadOnlyObjectProperty<List<Beat>> beatsProperty() {
        return beats.getReadOnlyProperty();
    }

    /// Per cent of one core.
    public ReadOnlyDoubleProperty cpuProperty() {
        return cpu.getReadOnlyProperty();
    }

    /// Resident megabytes.
    public ReadOnlyDoubleProperty memoryProperty() {
        return memory.getReadOnlyProperty();
    }

    /// Events published per second.
    public ReadOnlyDoubleProperty eventsProperty() {
        return events.getReadOnlyProperty();
    }

    public ReadOnlyDoubleProperty lastBeatSecondsProperty() {
        return lastBeatSeconds.getReadOnlyProperty();
    }

    public ReadOnlyDoubleProperty uptimeSecondsProperty() {
        return uptimeSeconds.getReadOnlyProperty();
    }

    public ReadOnlyDoubleProperty configVersionProperty() {
        return configVersion.getReadOnlyProperty();
    }
}
