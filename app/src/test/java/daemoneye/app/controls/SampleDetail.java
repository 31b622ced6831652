package daemoneye.app.controls;

import daemoneye.app.controls.beat.HeartbeatBar;
import daemoneye.app.controls.gauge.GaugeReading;
import daemoneye.app.controls.gauge.GaugeScale;
import daemoneye.app.controls.gauge.HealthGauge;
import daemoneye.app.controls.mark.StateKind;
import daemoneye.app.controls.mark.StateMark;
import daemoneye.app.controls.spark.SparkSeries;
import daemoneye.app.controls.spark.Sparkline;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/// The detail pane with a sample collector: proves cards, buttons, component rows and sparklines.
final class SampleDetail {
    private SampleDetail() {}

    static VBox build() {
        VBox pane =
                new VBox(
                        head(),
                        buttons(),
                        cards(),
                        section("HEARTBEATS", beats()),
                        section("COMPONENTS", components()),
                        section("EVENTS PER SECOND", spark("good")),
                        section("QUEUE", spark("warn")));
        pane.getStyleClass().add("detail-pane");
        pane.setMinWidth(400);
        pane.setPrefWidth(400);
        return pane;
    }

    private static Node head() {
        Label name = styled(new Label("procmond-web-02"), "title-page");
        Label state = new Label("Degraded since 09:41:07", new StateMark(StateKind.DEGRADED));
        state.getStyleClass().addAll("state-text", "degraded", "small");
        HBox row = new HBox(8, name, state);
        row.getStyleClass().add("baseline-row");
        Label why =
                styled(
                        new Label(
                                "because event_bus is degraded: queue at 83 % for 46 s."
                                        + " Process running, pid 4711, up 6 h 12 min."),
                        "muted");
        why.setWrapText(true);
        why.setMinHeight(Region.USE_PREF_SIZE);
        return new VBox(4, row, why);
    }

    private static Node buttons() {
        HBox row = new HBox();
        row.getStyleClass().add("tool-row");
        for (String name : new String[] {"Check", "Restart…", "Pause", "Config…"}) {
            row.getChildren().add(styled(new Button(name), "compact"));
        }
        row.getChildren().add(styled(styled(new Button("Shut down…"), "danger"), "compact"));
        return row;
    }

    private static Node cards() {
        HBox strip = new HBox();
        strip.getStyleClass().add("card-strip");
        HealthGauge health = gauge("health", "", GaugeScale.health(), 61);
        HealthGauge cpu = gauge("CPU", "%", GaugeScale.load(50, 80, 100), 4.8);
        cpu.setPeak(OptionalDouble.of(38));
        HealthGauge memory = gauge("memory", "MB", GaugeScale.load(96, 128, 160), 71);
        for (HealthGauge gauge : new HealthGauge[] {health, cpu, memory}) {
            VBox card = styled(new VBox(gauge), "card");
            HBox.setHgrow(card, Priority.ALWAYS);
            strip.getChildren().add(card);
        }
        return strip;
    }

    private static HealthGauge gauge(String caption, String unit, GaugeScale scale, double value) {
        HealthGauge gauge = new HealthGauge(ControlSize.LARGE);
        gauge.setCaption(caption);
        gauge.setUnit(unit);
        gauge.setScale(scale);
        gauge.setReading(GaugeReading.live(value));
        return gauge;
    }

    private static Node beats() {
        HeartbeatBar bar = new HeartbeatBar(ControlSize.LARGE);
        bar.setPills(SampleBeats.of("ggggggggggggddddddd"));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox ends =
                new HBox(
                        styled(new Label("19 s ago"), "caption"),
                        space,
                        styled(new Label("now"), "caption"));
        return new VBox(4, bar, ends);
    }

    private static Node components() {
        VBox box = new VBox();
        String[][] rows = {
            {"healthy", "process_enumeration", "Enumerating 1,234 processes", "2 s ago"},
            {"degraded", "event_bus", "Queue 83 % full, 4,150 of 5,000", "1 s ago"},
            {"healthy", "ipc_server", "5 active connections", "4 s ago"}
        };
        for (String[] row : rows) {
            StateKind kind = row[0].equals("healthy") ? StateKind.HEALTHY : StateKind.DEGRADED;
            VBox words =
                    new VBox(
                            2,
                            styled(new Label(row[1]), "component-name"),
                            styled(new Label(row[2]), "component-reason"));
            HBox.setHgrow(words, Priority.ALWAYS);
            VBox mark = new VBox(new StateMark(kind, 11));
            mark.setStyle("-fx-padding: 3 0 0 0;");
            Label age = styled(new Label(row[3]), "caption");
            box.getChildren().add(styled(new HBox(mark, words, age), "component-row"));
        }
        return box;
    }

    private static Node spark(String style) {
        SparkSeries series = new SparkSeries(60);
        for (int i = 0; i < 60; i++) {
            if (i > 20 && i < 26) {
                series.addGap();
            } else {
                series.add(Math.rint(150 + 30 * Math.sin(i / 5.0) + 12 * Math.sin(i * 1.7)));
            }
        }
        Sparkline spark = styled(new Sparkline(), style);
        spark.setLabelled(true);
        spark.setSeries(series);
        spark.setPrefHeight(40);
        spark.setCrosshair(style.equals("warn") ? OptionalInt.of(44) : OptionalInt.empty());
        return spark;
    }

    private static VBox section(String name, Node content) {
        return new VBox(8, styled(new Label(name), "section-label"), content);
    }

    static <N extends Node> N styled(N node, String styleClass) {
        node.getStyleClass().add(styleClass);
        return node;
    }
}
