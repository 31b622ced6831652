package daemoneye.app.detail;

import daemoneye.app.controls.spark.SparkSeries;
import daemoneye.app.controls.spark.Sparkline;
import daemoneye.app.text.Messages;
import daemoneye.app.text.Wording;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/// The figures of the last five minutes, one line each, with one crosshair for all. FX thread.
final class HistoryCharts {
    private static final int POINTS = 300;

    private final List<Chart> charts = new ArrayList<>();

    private HistoryCharts() {}

    static void addTo(Pane pane, DetailViewModel model) {
        var all = new HistoryCharts();
        all.add(pane, "cpu", "cpu_usage_percent", Wording::percent);
        all.add(pane, "memory", "memory_usage_mb", Wording::megabytes);
        all.add(pane, "events", "events_per_second", Wording::rate);
        all.shareCrosshair();
        model.historyProperty().subscribe(all::show);
    }

    private void add(Pane pane, String key, String vital, DoubleFunction<String> wording) {
        var chart = new Chart(vital, wording, new Sparkline(), new Label(Wording.NONE));
        var name = Messages.text("detail.history." + key);
        chart.line().setCaption(name);
        chart.line().setFormat(wording);
        chart.line().setFloor(OptionalDouble.of(0));
        chart.line().setPrefHeight(40);
        chart.line().setMinHeight(40);
        chart.newest().getStyleClass().add("num");
        var label = new Label(name);
        label.getStyleClass().addAll("muted", "small");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        pane.getChildren().add(new VBox(4, new HBox(label, gap, chart.newest()), chart.line()));
        charts.add(chart);
    }

    private void shareCrosshair() {
        charts.forEach(
                from ->
                        from.line()
                                .setOnCrosshair(
                                        at -> charts.forEach(to -> to.line().setCrosshair(at))));
    }

    private void show(Map<String, List<Double>> history) {
        charts.forEach(chart -> chart.show(history.getOrDefault(chart.vital(), List.of())));
    }

    private record Chart(
            String vital, DoubleFunction<String> wording, Sparkline line, Label newest) {
        void show(List<Double> values) {
            var series = new SparkSeries(POINTS);
            values.stream().filter(Double::isFinite).forEach(series::add);
            line.setSeries(series);
            newest.setText(values.isEmpty() ? Wording.NONE : wording.apply(values.getLast()));
        }
    }
}
