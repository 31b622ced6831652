package daemoneye.app.sample;

import static daemoneye.app.sample.DialogScenes.press;
import static daemoneye.app.sample.DialogScenes.write;

import daemoneye.app.guard.ConfirmViewModel;
import daemoneye.app.sample.DialogGallery.Shot;
import daemoneye.app.sample.DialogGallery.Stage;
import daemoneye.app.sample.DialogGallery.Step;
import daemoneye.app.shell.Page;
import daemoneye.app.text.Messages;
import daemoneye.rpc.client.fleet.CollectorView;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The shutdown of several, and its table, as the gallery shows them.
final class SeveralScenes {
    private static final Duration ALIVE = Duration.ofSeconds(1);

    private SeveralScenes() {}

    static List<Shot> all() {
        var shots = new ArrayList<Shot>();
        for (int width : List.of(1024, 1920)) {
            int height = width == 1024 ? 700 : 1080;
            shots.add(shot("several-form-", width, height, form()));
            shots.add(
                    shot(
                            "several-emergency-",
                            width,
                            height,
                            form(
                                    press("#how-emergency"),
                                    press("#order-listed"),
                                    DialogScenes.wait(ALIVE))));
            shots.add(shot("several-running-", width, height, running()));
            shots.add(shot("several-row-", width, height, running(choose(1))));
            shots.add(shot("several-over-", width, height, running(end(), choose(2))));
            shots.add(shot("several-closed-", width, height, running(end(), press("#bulk-close"))));
        }
        return shots;
    }

    private static Shot shot(String name, int width, int height, List<Step> steps) {
        return new Shot(name + width, width, height, new Page.Fleet(), steps);
    }

    private static List<Step> form(Step... then) {
        var steps = new ArrayList<Step>();
        steps.add(stage -> stage.fleet().show(SampleFleet.connected(true, seven())));
        steps.add(Stage::chooseAll);
        steps.add(press("#bulk-GracefulShutdown"));
        steps.add(DialogScenes.wait(ALIVE));
        steps.addAll(List.of(then));
        return steps;
    }

    private static List<CollectorView> seven() {
        var all = new ArrayList<>(DialogScenes.FLEET.collectors());
        for (int host = 3; host <= 5; host++) {
            all.add(
                    SampleFleet.healthy(
                            "procmond-web-0" + host, "process-monitor", "web-0" + host, "process"));
        }
        return all;
    }

    private static List<Step> running(Step... then) {
        var steps =
                new ArrayList<>(
                        form(
                                write("#ask-reason", "data centre moves"),
                                write("#ask-phrase", Messages.text("guard.phrase.several", 7)),
                                stage -> stage.holdConfirm(),
                                DialogScenes.wait(ConfirmViewModel.HOLD),
                                stage -> report(stage)));
        steps.addAll(List.of(then));
        return steps;
    }

    private static void report(Stage stage) {
        for (int call = 0; call < 5; call++) {
            stage.report(call, SampleReports.preparing());
        }
        stage.ticker().advance(Duration.ofMillis(400));
        stage.report(1, SampleReports.task("flush_events", "all events are published", 212));
        stage.report(1, SampleReports.task("flush_audit_log", "every entry is on disk", 8));
        stage.report(2, SampleReports.terminating());
        stage.succeed(0, SampleReports.of("ended_by", "graceful", "exit", "exit code 0"));
    }

    private static Step choose(int row) {
        return stage -> stage.choose("#bulk-table", row);
    }

    private static Step end() {
        return stage -> {
            stage.succeed(1, SampleReports.of("ended_by", "graceful", "exit", "exit code 0"));
            stage.fail(2, RpcError.unknown(ErrorCode.LINK_LOST, "The link broke."));
            stage.succeed(3, SampleReports.of("ended_by", "kill", "exit", "SIGKILL"));
            stage.fail(
                    4,
                    RpcError.notExecuted(ErrorCode.PERMISSION_DENIED, "kim has the role viewer."));
            stage.succeedLater(5, SampleReports.of("ended_by", "graceful", "exit", "exit code 0"));
            stage.succeedLater(6, SampleReports.of("ended_by", "graceful", "exit", "exit code 0"));
        };
    }
}
