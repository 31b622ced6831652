package daemoneye.app.sample;

import static daemoneye.app.sample.DialogScenes.press;
import static daemoneye.app.sample.DialogScenes.write;

import daemoneye.app.sample.DialogGallery.Shot;
import daemoneye.app.sample.DialogGallery.Stage;
import daemoneye.app.sample.DialogGallery.Step;
import daemoneye.app.shell.Page;
import daemoneye.rpc.client.call.CallOutcome;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.message.RpcStatus;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/// The states of the page of audit logs.
final class AuditScenes {
    private AuditScenes() {}

    static List<Shot> all() {
        var shots = new ArrayList<Shot>();
        for (int width : List.of(1024, 1440, 1920)) {
            shots.add(shot("audit-list-" + width, width, told(log())));
            shots.add(shot("audit-entry-" + width, width, told(log()), choose(2)));
        }
        shots.add(shot("audit-intact", 1024, told(log()), press("#audit-verify")));
        shots.add(
                shot(
                        "audit-broken",
                        1024,
                        told(log().alter(4, "actor", "nobody#1/admin")),
                        press("#audit-verify")));
        shots.add(shot("audit-nomatch", 1024, told(log()), write("#audit-search", "actor:nobody")));
        shots.add(shot("audit-wrong", 1024, told(log()), write("#audit-search", "since:later")));
        shots.add(shot("audit-loading", 1024, open(_ -> new CompletableFuture<>())));
        shots.add(shot("audit-empty", 1024, told(new SampleAudit("agent-web"))));
        shots.add(shot("audit-no-link", 1024, DialogScenes.cutOff(), told(log())));
        shots.add(
                shot(
                        "audit-nobody",
                        1024,
                        open(_ -> CompletableFuture.completedFuture(List.of()))));
        shots.add(
                shot(
                        "audit-forbidden",
                        1024,
                        open(
                                _ ->
                                        failed(
                                                ErrorCode.PERMISSION_DENIED,
                                                "kim has the role viewer; QueryAudit needs"
                                                        + " admin."))));
        shots.add(
                shot(
                        "audit-silent",
                        1024,
                        open(_ -> failed(ErrorCode.INTERNAL_ERROR, "the log cannot be read"))));
        return shots;
    }

    private static Shot shot(String name, int width, Step... steps) {
        int height = width == 1024 ? 700 : width == 1440 ? 900 : 1080;
        return new Shot(name, width, height, new Page.Fleet(), List.of(steps));
    }

    private static SampleAudit log() {
        return new SampleAudit("agent-web")
                .done("kim#7/operator", "Restart", "procmond-web-02")
                .failed("lee#8/viewer", "Stop", "netmond-web-02", "PERMISSION_DENIED")
                .done("kim#7/operator", "UpdateConfig", "procmond-web-01")
                .begun("ci-deploy#12/operator", "GracefulShutdown", "fsmond-web-02")
                .done("ci-deploy#12/operator", "Pause", "procmond-web-01")
                .failed("kim#7/operator", "Start", "netmond-web-02", "DEADLINE_EXCEEDED");
    }

    private static Step told(SampleAudit audit) {
        return open(request -> CompletableFuture.completedFuture(List.of(audit.answer(request))));
    }

    private static Step open(Function<RpcRequest, CompletableFuture<List<CallOutcome>>> answers) {
        return stage -> {
            stage.caller().everyone(answers);
            stage.window().open(new Page.Audit(""));
        };
    }

    private static CompletableFuture<List<CallOutcome>> failed(ErrorCode code, String why) {
        return CompletableFuture.completedFuture(
                List.of(
                        new CallOutcome.Failed(
                                RpcStatus.ERROR,
                                RpcError.notExecuted(code, why),
                                Duration.ofMillis(2))));
    }

    private static Step choose(int row) {
        return (Stage stage) -> stage.choose("#audit-table", row);
    }
}
