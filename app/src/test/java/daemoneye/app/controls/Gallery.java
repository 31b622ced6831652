package daemoneye.app.controls;

import daemoneye.app.controls.beat.HeartbeatBar;
import daemoneye.app.controls.gauge.GaugeReading;
import daemoneye.app.controls.gauge.GaugeScale;
import daemoneye.app.controls.gauge.HealthGauge;
import daemoneye.app.controls.mark.CountChip;
import daemoneye.app.controls.mark.LinkBadge;
import daemoneye.app.controls.mark.StateKind;
import daemoneye.app.controls.mark.StateMark;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalDouble;

/// Draws every control in every state, in both themes, into PNG files. A program for people who
/// change the looks: `Gallery FOLDER`.
final class Gallery {
    private Gallery() {}

    public static void main(String[] args) {
        try {
            drawAll(Path.of(args.length > 0 ? args[0] : "target/gallery"));
        } finally {
            Platform.exit();
        }
    }

    private static void drawAll(Path folder) {
        for (Theme theme : Theme.values()) {
            String name = theme.name().toLowerCase(Locale.ROOT);
            Parent all = Fx.call(Gallery::controls);
            draw(all, theme, 900, 840, folder.resolve("controls-" + name + ".png"));
            Parent fleet = Fx.call(() -> SampleShell.build(SampleShell.fleet()));
            draw(fleet, theme, 1440, 900, folder.resolve("fleet-" + name + ".png"));
            Parent nothing = Fx.call(() -> SampleShell.build(SampleShell.nothing()));
            draw(nothing, theme, 1440, 900, folder.resolve("empty-" + name + ".png"));
        }
    }

    static VBox controls() {
        VBox page =
                new VBox(
                        16,
                        section("STATES", states()),
                        section("CHIPS AND LINK", chips()),
                        section("HEARTBEATS IN ROWS", rows()),
                        section("HEARTBEATS, LARGE", large()),
                        section("GAUGES IN ROWS", smallGauges()),
                        section("GAUGES ON CARDS", cards()));
        page.setStyle("-fx-padding: 24; -fx-background-color: -de-bg;");
        page.setPrefWidth(900);
        return page;
    }

    /// Shows the window, lets it live for a few pulses, then takes its picture.
    private static void draw(Parent root, Theme theme, double width, double height, Path file) {
        Stage stage = Fx.call(() -> Fx.window(root, theme, width, height));
        Fx.pulses(3);
        Fx.run(() -> Picture.write(Picture.of(root, 1), file));
        Fx.run(stage::close);
    }

    private static VBox section(String name, Node content) {
        Label label = new Label(name);
        label.getStyleClass().add("section-label");
        return new VBox(8, label, content);
    }

    private static Node states() {
        FlowPane pane = new FlowPane(20, 8);
        for (StateKind kind : StateKind.values()) {
            Label word = new Label(kind.styleClass(), new StateMark(kind));
            word.getStyleClass().addAll("state-text", kind.styleClass());
            pane.getChildren().add(new HBox(8, word, new StateMark(kind, 20)));
        }
        return pane;
    }

    private static Node chips() {
        HBox row = new HBox(8);
        StateKind[] kinds = {
            StateKind.HEALTHY,
            StateKind.DEGRADED,
            StateKind.FAILED,
            StateKind.UNRESPONSIVE,
            StateKind.UNKNOWN
        };
        int[] counts = {41, 1, 1, 1, 0};
        for (int i = 0; i < kinds.length; i++) {
            CountChip chip = new CountChip(kinds[i], kinds[i].styleClass());
            chip.setCount(counts[i]);
            chip.setSelected(i == 1);
            row.getChildren().add(chip);
        }
        VBox badges = new VBox(4);
        for (LinkBadge.Link link : LinkBadge.Link.values()) {
            LinkBadge badge = new LinkBadge();
            badge.show(link, link.name().toLowerCase(Locale.ROOT), "0.4 ms · clock +3 ms");
            badges.getChildren().add(badge);
        }
        return new VBox(12, row, badges);
    }

    private static Node rows() {
        VBox box = new VBox(10);
        for (String beats :
                new String[] {
                    "ggggggggggggggggggggggggggggggggggggggggggggg",
                    "ggggggggggggggdddddddggggggggggggggggdddddddd",
                    "ggggggggggggggxggggggggggggggxxxggggggggggggg",
                    "gggggggglgggggggggggggllggggggggggggggglggggg",
                    "gggggggguuuuxxxxxxxxxxxxggggggggggggggggsgggg",
                    "ggggggggggggggggggooooooooogggggggggggggggggg",
                    "gggggg",
                    ""
                }) {
            HeartbeatBar bar = new HeartbeatBar();
            bar.setPills(SampleBeats.of(beats));
            bar.setPrefWidth(405);
            bar.setMaxWidth(405);
            Label spoken = new Label(bar.spokenText());
            spoken.getStyleClass().add("caption");
            box.getChildren().add(new HBox(16, bar, spoken));
        }
        return box;
    }

    private static Node large() {
        HeartbeatBar bar = new HeartbeatBar(ControlSize.LARGE);
        bar.setPills(SampleBeats.of("gggggggggggdddddduuuxxxxoooogglggglgsggggggggggggg"));
        return new VBox(8, bar);
    }

    private static Node smallGauges() {
        HBox row = new HBox(16);
        for (double value : new double[] {98, 61, 8, 0, 100}) {
            row.getChildren().add(gauge(ControlSize.ROW, GaugeReading.live(value)));
        }
        row.getChildren().add(gauge(ControlSize.ROW, GaugeReading.none()));
        GaugeReading old = GaugeReading.stale(97, Duration.ofSeconds(14));
        row.getChildren().add(gauge(ControlSize.ROW, old));
        return row;
    }

    private static Node cards() {
        HBox row = new HBox();
        row.getStyleClass().add("card-strip");
        HealthGauge health = gauge(ControlSize.LARGE, GaugeReading.live(61));
        HealthGauge cpu = gauge(ControlSize.LARGE, GaugeReading.live(4.8));
        cpu.setScale(GaugeScale.load(50, 80, 100));
        cpu.setUnit("%");
        cpu.setCaption("CPU");
        cpu.setPeak(OptionalDouble.of(38));
        HealthGauge memory = gauge(ControlSize.LARGE, GaugeReading.live(71));
        memory.setScale(GaugeScale.plain(100));
        memory.setUnit("MB");
        memory.setCaption("memory");
        HealthGauge old = gauge(ControlSize.LARGE, GaugeReading.stale(97, Duration.ofSeconds(14)));
        HealthGauge none = gauge(ControlSize.LARGE, GaugeReading.none());
        HealthGauge bad = gauge(ControlSize.LARGE, GaugeReading.live(12));
        for (HealthGauge gauge : new HealthGauge[] {health, cpu, memory, bad, old, none}) {
            VBox card = new VBox(gauge);
            card.getStyleClass().add("card");
            row.getChildren().add(card);
        }
        return row;
    }

    private static HealthGauge gauge(ControlSize size, GaugeReading reading) {
        HealthGauge gauge = new HealthGauge(size);
        gauge.setCaption("health");
        gauge.setReading(reading);
        return gauge;
    }
}
