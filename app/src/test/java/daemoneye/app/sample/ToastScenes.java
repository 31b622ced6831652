package daemoneye.app.sample;

import static daemoneye.app.sample.DialogScenes.press;

import daemoneye.app.sample.DialogGallery.Shot;
import daemoneye.app.sample.DialogGallery.Step;
import daemoneye.app.shell.Page;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.payload.GenericPayload;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// The messages at the foot of the window.
final class ToastScenes {
    private static final Step DONE = stage -> stage.succeed(0, new GenericPayload(Map.of()));
    private static final Duration ALIVE = Duration.ofSeconds(1);

    private ToastScenes() {}

    static List<Shot> all() {
        return List.of(
                shot("toast-undo", press("#act-Pause"), DONE),
                shot("toast-read", press("#act-HealthCheck"), DONE),
                shot(
                        "toast-failed",
                        press("#act-Pause"),
                        stage ->
                                stage.fail(
                                        0,
                                        RpcError.notExecuted(
                                                ErrorCode.PERMISSION_DENIED,
                                                "kim has the role viewer; Pause needs"
                                                        + " operator."))),
                shot(
                        "toast-unknown",
                        press("#act-Pause"),
                        stage ->
                                stage.fail(
                                        0,
                                        RpcError.unknown(
                                                ErrorCode.DEADLINE_EXCEEDED,
                                                "No answer from agent-web in 10 s."))),
                shot("toast-held-back", press("#act-Restart"), alive(), press("#ask-confirm")),
                shot(
                        "toast-several",
                        press("#act-Pause"),
                        DONE,
                        press("#act-HealthCheck"),
                        stage ->
                                stage.fail(
                                        1,
                                        RpcError.unknown(ErrorCode.LINK_LOST, "The link broke.")),
                        press("#act-Restart"),
                        alive(),
                        press("#ask-confirm")),
                shot(
                        "toast-dropped",
                        press("#act-Restart"),
                        alive(),
                        press("#ask-confirm"),
                        DialogScenes.cutOff(),
                        DialogScenes.wait(Duration.ofSeconds(6))),
                shot("quit-hosting", stage -> stage.window().mayClose(() -> {}), alive()),
                shot(
                        "quit-waiting",
                        press("#act-Restart"),
                        alive(),
                        press("#ask-confirm"),
                        stage -> stage.window().mayClose(() -> {}),
                        alive()));
    }

    private static Step alive() {
        return DialogScenes.wait(ALIVE);
    }

    private static Shot shot(String name, Step... steps) {
        return new Shot(name, 1024, 700, new Page.Collector("procmond-web-02"), List.of(steps));
    }
}
