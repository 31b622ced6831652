package daemoneye.app.sample;

import daemoneye.app.launch.WindowSize;
import daemoneye.app.sample.DialogGallery.Shot;
import daemoneye.app.sample.DialogGallery.Step;
import daemoneye.app.shell.Page;
import daemoneye.rpc.client.fleet.FleetSnapshot;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The states that the gallery of dialogs shows.
final class DialogScenes {
    static final FleetSnapshot FLEET =
            SampleFleet.connected(
                    true,
                    List.of(
                            SampleFleet.healthy(
                                    "netmond-web-02", "network-monitor", "web-02", "network"),
                            SampleFleet.healthy(
                                    "procmond-web-01", "process-monitor", "web-01", "process"),
                            SampleFleet.healthy(
                                    "procmond-web-02", "process-monitor", "web-02", "process"),
                            SampleFleet.healthy(
                                    "fsmond-web-02", "file-monitor", "web-02", "filesystem")));

    private static final String DOWN = "#act-GracefulShutdown";
    private static final Duration ALIVE = Duration.ofSeconds(1);

    private DialogScenes() {}

    static List<Shot> all() {
        var shots = new ArrayList<Shot>();
        shots.add(page("ask-dead", press("#act-Restart"), wait(Duration.ofMillis(300))));
        shots.add(page("ask-ready", press("#act-Restart"), wait(ALIVE)));
        shots.add(last("ask-last", press("#act-Stop"), wait(ALIVE)));
        shots.add(
                last(
                        "ask-typed",
                        press("#act-Stop"),
                        wait(ALIVE),
                        write("#ask-reason", "kernel update on web-02, change 8812"),
                        write("#ask-phrase", "1")));
        shots.add(
                last(
                        "ask-link-lost",
                        press("#act-Stop"),
                        wait(ALIVE),
                        write("#ask-phrase", "1"),
                        cutOff()));
        shots.add(
                page(
                        "ask-waiting",
                        press("#act-Restart"),
                        wait(ALIVE),
                        press("#ask-confirm"),
                        wait(Duration.ofSeconds(1))));
        shots.addAll(shutdown());
        shots.addAll(bulk());
        shots.addAll(SeveralScenes.all());
        shots.addAll(CallScenes.all());
        shots.addAll(PaletteScenes.all());
        shots.addAll(ConnectionScenes.all());
        shots.addAll(HelpScenes.all());
        shots.addAll(EmptyScenes.all());
        shots.addAll(AuditScenes.all());
        shots.addAll(ToastScenes.all());
        shots.add(
                last(
                        "quit",
                        press("#act-Pause"),
                        stage -> stage.window().mayClose(() -> {}),
                        wait(ALIVE)));
        shots.addAll(ConfigScenes.all());
        shots.addAll(RolloutScenes.all());
        shots.addAll(pages());
        return shots;
    }

    private static List<Shot> pages() {
        Step everyState = stage -> stage.fleet().show(ShellGallery.everyState());
        Step cutOff =
                stage ->
                        stage.fleet()
                                .show(SampleFleet.cutOff(ShellGallery.everyState().collectors()));
        var shots = new ArrayList<Shot>();
        for (var size : List.of(new WindowSize(1024, 700), new WindowSize(1920, 1080))) {
            var name = "-" + size.width();
            int width = size.width();
            int height = size.height();
            shots.add(
                    new Shot("fleet" + name, width, height, new Page.Fleet(), List.of(everyState)));
            shots.add(
                    new Shot(
                            "fleet-side" + name,
                            width,
                            height,
                            new Page.Fleet(),
                            List.of(everyState, stage -> stage.window().select("perfmond-e"))));
            shots.add(
                    new Shot(
                            "fleet-cut-off" + name,
                            width,
                            height,
                            new Page.Fleet(),
                            List.of(everyState, cutOff)));
            shots.add(
                    new Shot(
                            "page" + name,
                            width,
                            height,
                            new Page.Collector("failed"),
                            List.of(everyState)));
            shots.add(
                    new Shot(
                            "settings" + name,
                            width,
                            height,
                            new Page.Settings(),
                            List.of(everyState)));
        }
        for (int width : List.of(1170, 1300)) {
            shots.add(
                    new Shot(
                            "fleet-beside-" + width,
                            width,
                            800,
                            new Page.Fleet(),
                            List.of(everyState, stage -> stage.window().select("perfmond-e"))));
        }
        return shots;
    }

    private static List<Shot> shutdown() {
        var shots = new ArrayList<Shot>();
        shots.add(page("down-form", press(DOWN), wait(ALIVE)));
        shots.add(last("down-form-last", press(DOWN), wait(ALIVE)));
        shots.add(
                last(
                        "down-emergency",
                        press(DOWN),
                        wait(ALIVE),
                        press("#how-emergency"),
                        wait(ALIVE),
                        write("#ask-reason", "hangs in a read"),
                        write("#ask-phrase", "netmond-web-02")));
        shots.add(
                page("down-wrong-time", press(DOWN), wait(ALIVE), write("#shutdown-seconds", "0")));
        shots.add(page("down-held-back", press(DOWN), wait(ALIVE), press("#ask-confirm")));
        shots.add(page("down-running", under(cleaning())));
        shots.add(page("down-link-lost", under(cleaning(), cutOff())));
        shots.add(
                page(
                        "down-forcing",
                        under(
                                cleaning(),
                                stage -> stage.report(0, SampleReports.terminating()),
                                press("#shutdown-force"))));
        shots.add(page("down-done", under(cleaning(), end("graceful"))));
        shots.add(page("down-forced", under(cleaning(), end("kill"))));
        shots.add(
                page(
                        "down-denied",
                        under(
                                fail(
                                        RpcError.notExecuted(
                                                ErrorCode.PERMISSION_DENIED,
                                                "kim has the role viewer; GracefulShutdown"
                                                        + " needs operator.")))));
        shots.add(
                page(
                        "down-unknown",
                        under(
                                cleaning(),
                                fail(RpcError.unknown(ErrorCode.LINK_LOST, "The link broke.")))));
        return shots;
    }

    private static Step[] under(Step... then) {
        var steps = new ArrayList<Step>();
        steps.add(press(DOWN));
        steps.add(wait(ALIVE));
        steps.add(write("#ask-reason", "kernel update on web-02, change 8812"));
        steps.add(press("#ask-confirm"));
        steps.add(wait(Duration.ofSeconds(6)));
        steps.addAll(List.of(then));
        return steps.toArray(Step[]::new);
    }

    private static Step cleaning() {
        return stage -> {
            stage.report(0, SampleReports.preparing());
            stage.ticker().advance(Duration.ofMillis(700));
            stage.report(0, SampleReports.task("flush_events", "all events are published", 212));
            stage.ticker().advance(Duration.ofMillis(1300));
            stage.report(
                    0,
                    SampleReports.task(
                            "save_state",
                            "saved to /run/user/1000/daemoneye/procmond-web-02.json",
                            1300));
        };
    }

    private static Step end(String by) {
        return stage ->
                stage.succeed(
                        0,
                        new GenericPayload(
                                Map.of(
                                        "ended_by", ConfigValue.of(by),
                                        "exit", ConfigValue.of("exit code 0"))));
    }

    private static Step fail(RpcError error) {
        return stage -> stage.fail(0, error);
    }

    private static List<Shot> bulk() {
        Step choose = stage -> stage.chooseAll();
        return List.of(
                new Shot("bulk-bar", 1440, 900, new Page.Fleet(), List.of(choose)),
                new Shot("bulk-bar-small", 1024, 700, new Page.Fleet(), List.of(choose)),
                new Shot(
                        "bulk-count",
                        1024,
                        700,
                        new Page.Fleet(),
                        List.of(choose, press("#bulk-Stop"), wait(ALIVE))),
                new Shot(
                        "bulk-hold",
                        1024,
                        700,
                        new Page.Fleet(),
                        List.of(choose, press("#bulk-GracefulShutdown"), wait(ALIVE))),
                new Shot(
                        "bulk-table",
                        1024,
                        700,
                        new Page.Fleet(),
                        List.of(
                                choose,
                                press("#bulk-Stop"),
                                wait(ALIVE),
                                write("#ask-phrase", "4"),
                                press("#ask-confirm"),
                                wait(Duration.ofSeconds(6)),
                                stage -> stage.succeed(0, new GenericPayload(Map.of())),
                                stage ->
                                        stage.fail(
                                                1,
                                                RpcError.notExecuted(
                                                        ErrorCode.PERMISSION_DENIED,
                                                        "kim has the role viewer.")))));
    }

    static Shot page(String name, Step... steps) {
        return new Shot(name, 1440, 900, new Page.Collector("procmond-web-02"), List.of(steps));
    }

    static Shot last(String name, Step... steps) {
        return new Shot(name, 1024, 700, new Page.Collector("netmond-web-02"), List.of(steps));
    }

    static Step press(String query) {
        return stage -> stage.press(query);
    }

    static Step write(String query, String text) {
        return stage -> stage.write(query, text);
    }

    static Step wait(Duration time) {
        return stage -> stage.ticker().advance(time);
    }

    static Step cutOff() {
        return stage -> stage.fleet().show(SampleFleet.cutOff(FLEET.collectors()));
    }
}
