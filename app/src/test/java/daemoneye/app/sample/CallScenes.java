package daemoneye.app.sample;

import static daemoneye.app.sample.DialogScenes.press;

import daemoneye.app.sample.DialogGallery.Shot;
import daemoneye.app.sample.DialogGallery.Stage;
import daemoneye.app.sample.DialogGallery.Step;
import daemoneye.app.shell.Page;
import daemoneye.rpc.client.call.breaker.BreakerKey;
import daemoneye.rpc.client.call.breaker.BreakerStanding;
import daemoneye.rpc.client.call.breaker.BreakerView;
import daemoneye.rpc.client.call.breaker.CallClass;
import daemoneye.rpc.client.call.resilience.ResilienceEvent;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.payload.GenericPayload;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The states of the page of calls that the gallery shows.
final class CallScenes {
    private CallScenes() {}

    static List<Shot> all() {
        var shots = new ArrayList<Shot>();
        shots.add(shot("calls-empty", 1440, 900, stage -> {}));
        for (var size : List.of(1440, 1024)) {
            int height = size == 1440 ? 900 : 700;
            shots.add(shot("calls-running-" + size, size, height, many(), choose(1)));
            shots.add(shot("calls-unknown-" + size, size, height, many(), choose(2)));
        }
        shots.add(shot("calls-nomatch", 1024, 700, many(), press("#calls-cancelled")));
        return shots;
    }

    private static Shot shot(String name, int width, int height, Step... steps) {
        var all = new ArrayList<Step>();
        all.addAll(List.of(steps));
        return new Shot(name, width, height, new Page.Calls(), all);
    }

    private static Step choose(int row) {
        return stage -> stage.choose("#calls-table", row);
    }

    private static Step many() {
        return stage -> {
            for (var id : List.of("procmond-web-01", "procmond-web-02", "fsmond-web-02")) {
                stage.window().open(new Page.Collector(id));
                stage.press("#act-HealthCheck");
                stage.press("#act-Pause");
            }
            stage.succeed(0, new GenericPayload(Map.of()));
            stage.succeed(1, new GenericPayload(Map.of()));
            stage.fail(
                    2,
                    RpcError.notExecuted(ErrorCode.PERMISSION_DENIED, "kim has the role viewer."));
            stage.fail(
                    3,
                    RpcError.unknown(
                            ErrorCode.DEADLINE_EXCEEDED, "No answer from agent-web in 10 s."));
            running(stage);
            stage.window().open(new Page.Calls());
        };
    }

    private static void running(Stage stage) {
        stage.ticker().advance(Duration.ofSeconds(2));
        stage.say(5, "waiting for the collector's answer");
        var request = stage.caller().asked().get(4).request();
        stage.resilience()
                .tell(
                        new ResilienceEvent.Retrying(
                                request, 2, 3, Duration.ofMillis(180), "LINK_LOST"));
        stage.resilience()
                .show(
                        new BreakerView(
                                new BreakerKey(
                                        new CollectorId("netmond-web-02"), CallClass.LIFECYCLE),
                                BreakerStanding.OPEN,
                                5,
                                Optional.of(Duration.ofSeconds(58)),
                                "no answer from netmond-web-02 in 10 s"));
        stage.fleet().show(DialogScenes.FLEET);
    }
}
