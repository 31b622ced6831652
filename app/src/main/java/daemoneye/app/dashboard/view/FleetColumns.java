package daemoneye.app.dashboard.view;

import daemoneye.app.controls.ControlSize;
import daemoneye.app.controls.beat.HeartbeatBar;
import daemoneye.app.controls.gauge.GaugeReading;
import daemoneye.app.controls.gauge.HealthGauge;
import daemoneye.app.dashboard.BeatPills;
import daemoneye.app.dashboard.CollectorRowViewModel;
import daemoneye.app.dashboard.Standing;
import daemoneye.app.text.Messages;
import daemoneye.app.text.Wording;
import daemoneye.rpc.client.fleet.Beat;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Function;

/// The columns of the fleet table, in order.
final class FleetColumns {
    /// Below this width the page of a collector alone says the version of its configuration: its
    /// name is worth more.
    private static final double ROOM_FOR_CONFIG = 960;

    /// Below these the pane beside the table says it, which is what takes the room.
    private static final double ROOM_FOR_UPTIME = 912;

    private static final double ROOM_FOR_HOST = 838;
    private static final double ROOM_FOR_EVENTS = 764;

    private FleetColumns() {}

    static void addTo(TableView<CollectorRowViewModel> table) {
        var columns = table.getColumns();
        columns.add(state());
        columns.add(collector());
        var host = text("host", CollectorRowViewModel::hostProperty, 74);
        host.visibleProperty().bind(table.widthProperty().greaterThan(ROOM_FOR_HOST));
        columns.add(host);
        columns.add(health());
        columns.add(number("cpu", CollectorRowViewModel::cpuProperty, Wording::percent, 66));
        columns.add(
                number("memory", CollectorRowViewModel::memoryProperty, Wording::megabytes, 72));
        var events = number("events", CollectorRowViewModel::eventsProperty, Wording::rate, 72);
        events.visibleProperty().bind(table.widthProperty().greaterThan(ROOM_FOR_EVENTS));
        columns.add(events);
        columns.add(beats());
        columns.add(
                number(
                        "last",
                        CollectorRowViewModel::lastBeatSecondsProperty,
                        seconds -> ofSeconds(seconds, Wording::age),
                        58));
        var uptime =
                number(
                        "uptime",
                        CollectorRowViewModel::uptimeSecondsProperty,
                        seconds -> ofSeconds(seconds, Wording::span),
                        76);
        uptime.visibleProperty().bind(table.widthProperty().greaterThan(ROOM_FOR_UPTIME));
        columns.add(uptime);
        var config =
                number(
                        "config",
                        CollectorRowViewModel::configVersionProperty,
                        version -> "v" + (long) version,
                        54);
        config.visibleProperty().bind(table.widthProperty().greaterThan(ROOM_FOR_CONFIG));
        columns.add(config);
    }

    private static String ofSeconds(double seconds, Function<Duration, String> wording) {
        return Double.isFinite(seconds)
                ? wording.apply(Duration.ofMillis((long) (seconds * 1000)))
                : Wording.NONE;
    }

    private static TableColumn<CollectorRowViewModel, Standing> state() {
        var column =
                column(
                        "state",
                        CollectorRowViewModel::standingProperty,
                        120,
                        _ -> new StandingCell());
        column.setMaxWidth(150);
        column.setComparator(Comparator.naturalOrder());
        return column;
    }

    private static TableColumn<CollectorRowViewModel, CollectorRowViewModel> collector() {
        TableColumn<CollectorRowViewModel, CollectorRowViewModel> column =
                column("collector", ReadOnlyObjectWrapper::new, 170, _ -> new CollectorCell());
        column.setComparator(Comparator.comparing(CollectorRowViewModel::id));
        column.setMaxWidth(280);
        return column;
    }

    private static TableColumn<CollectorRowViewModel, String> text(
            String key,
            Function<CollectorRowViewModel, ObservableValue<String>> value,
            double width) {
        var column = column(key, value, width, _ -> new TextCell());
        column.getStyleClass().add("muted");
        column.setMaxWidth(180);
        return column;
    }

    private static TableColumn<CollectorRowViewModel, GaugeReading> health() {
        var column =
                column(
                        "health",
                        CollectorRowViewModel::healthProperty,
                        64,
                        _ ->
                                new NodeCell<GaugeReading, HealthGauge>(
                                        new HealthGauge(ControlSize.ROW), HealthGauge::setReading));
        column.setMaxWidth(72);
        column.setSortable(false);
        return column;
    }

    private static TableColumn<CollectorRowViewModel, ?> beats() {
        var column =
                column(
                        "beats",
                        CollectorRowViewModel::beatsProperty,
                        124,
                        _ -> new NodeCell<>(bar(), FleetColumns::showBeats));
        column.setSortable(false);
        return column;
    }

    private static void showBeats(HeartbeatBar bar, List<Beat> beats) {
        bar.setPills(BeatPills.of(beats));
    }

    private static HeartbeatBar bar() {
        var bar = new HeartbeatBar(ControlSize.ROW);
        bar.setFocusTraversable(false);
        return bar;
    }

    private static TableColumn<CollectorRowViewModel, Number> number(
            String key,
            Function<CollectorRowViewModel, ReadOnlyDoubleProperty> value,
            DoubleFunction<String> wording,
            double width) {
        TableColumn<CollectorRowViewModel, Number> column =
                column(key, value::apply, width, _ -> new NumberCell(wording));
        column.getStyleClass().add("num");
        column.setMaxWidth(width + 24);
        column.setComparator(
                Comparator.comparingDouble(
                        each -> Double.isNaN(each.doubleValue()) ? -1 : each.doubleValue()));
        return column;
    }

    private static <T> TableColumn<CollectorRowViewModel, T> column(
            String key,
            Function<CollectorRowViewModel, ObservableValue<T>> value,
            double width,
            javafx.util.Callback<
                            TableColumn<CollectorRowViewModel, T>,
                            javafx.scene.control.TableCell<CollectorRowViewModel, T>>
                    cells) {
        var column =
                new TableColumn<CollectorRowViewModel, T>(Messages.text("fleet.column." + key));
        column.setId("column-" + key);
        column.setCellValueFactory(row -> value.apply(row.getValue()));
        column.setCellFactory(cells);
        column.setMinWidth(width);
        column.setPrefWidth(width);
        column.setReorderable(false);
        return column;
    }
}
