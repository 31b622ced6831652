package daemoneye.app.sample;

import daemoneye.app.sample.DialogGallery.Shot;
import daemoneye.app.sample.DialogGallery.Step;
import daemoneye.app.shell.Page;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The states of the configuration dialog.
final class ConfigScenes {
    private static final Duration ALIVE = Duration.ofSeconds(1);
    private static final Step OPEN = DialogScenes.press("#act-UpdateConfig");
    private static final Step READ = stage -> stage.succeed(0, ConfigAnswers.config());
    private static final Step REVIEW = DialogScenes.press("#config-review");
    private static final Step ACCEPTED =
            stage ->
                    stage.succeed(
                            1,
                            ConfigAnswers.taken(
                                    7,
                                    List.of("batch_size", "scan_interval_ms"),
                                    List.of("event_queue_capacity")));

    private ConfigScenes() {}

    static List<Shot> all() {
        var shots = new ArrayList<Shot>();
        shots.addAll(both("conf-loading", OPEN));
        shots.addAll(both("conf-denied", OPEN, fail(0, ErrorCode.PERMISSION_DENIED, DENIED)));
        shots.addAll(both("conf-form", OPEN, READ));
        shots.addAll(both("conf-editing", edit()));
        shots.addAll(both("conf-wrong", edit(write("#field-top_count", "1000"))));
        shots.addAll(both("conf-text", edit(DialogScenes.press("#config-tab-text"))));
        shots.addAll(both("conf-text-wrong", invalid()));
        shots.addAll(
                both("conf-form-frozen", and(invalid(), DialogScenes.press("#config-tab-form"))));
        shots.addAll(both("conf-review", edit(REVIEW)));
        shots.addAll(both("conf-validated", ready()));
        shots.addAll(both("conf-inline", and(ready(), DialogScenes.press("#config-diff-inline"))));
        shots.addAll(both("conf-refused", edit(REVIEW, refuse())));
        shots.addAll(both("conf-held-back", and(ready(), DialogScenes.press("#ask-confirm"))));
        shots.addAll(both("conf-applying", sent()));
        shots.addAll(both("conf-applied", and(sent(), done(), readBack(), beats(8))));
        shots.addAll(both("conf-beats", and(sent(), done(), readBack())));
        shots.addAll(
                both("conf-returned", sent(), stage -> stage.succeed(2, ConfigAnswers.returned())));
        shots.addAll(
                both(
                        "conf-conflict",
                        and(sent(), fail(2, ErrorCode.CONFIG_CONFLICT, "Version 8 holds."))));
        shots.addAll(both("conf-unknown", unknown()));
        shots.addAll(both("conf-checking", and(unknown(), DialogScenes.press("#config-check"))));
        shots.addAll(both("conf-put-back", and(unwell(), goneBack(), beats(9))));
        shots.addAll(both("conf-putting-back", unwell()));
        shots.addAll(
                both(
                        "conf-dropped",
                        and(ready(), elsewhere(), DialogScenes.press("#config-theirs"))));
        shots.addAll(both("conf-long", OPEN, stage -> stage.succeed(0, ConfigAnswers.many(500))));
        shots.addAll(both("conf-elsewhere", and(ready(), elsewhere())));
        shots.addAll(both("conf-link-lost", and(ready(), DialogScenes.cutOff())));
        shots.addAll(both("conf-history", history()));
        shots.addAll(both("conf-history-diff", and(history(), choose(0, 1), versions())));
        return shots;
    }

    private static final String DENIED = "kim has the role viewer; GetConfig needs operator.";

    private static List<Shot> both(String name, Step... steps) {
        var page = new Page.Collector("procmond-web-02");
        return List.of(
                new Shot(name, 1920, 1080, page, List.of(steps)),
                new Shot(name + "-small", 1024, 700, page, List.of(steps)));
    }

    private static List<Shot> both(String name, Step[] steps, Step last) {
        return both(name, and(steps, last));
    }

    private static Step[] and(Step[] steps, Step... more) {
        var all = new ArrayList<>(List.of(steps));
        all.addAll(List.of(more));
        return all.toArray(Step[]::new);
    }

    private static Step[] edit(Step... more) {
        return and(
                new Step[] {
                    OPEN,
                    READ,
                    write("#field-batch_size", "500"),
                    write("#field-scan_interval_ms", "60000"),
                    write("#field-event_queue_capacity", "8000")
                },
                more);
    }

    private static Step[] invalid() {
        return and(
                edit(),
                DialogScenes.press("#config-tab-text"),
                write(
                        "#config-text",
                        """
                        {
                          "scan_interval_ms": 60000,
                          "batch_size": 500
                          "top_count": 10
                        }
                        """));
    }

    private static Step[] ready() {
        return edit(
                REVIEW,
                ACCEPTED,
                DialogScenes.wait(ALIVE),
                write("#ask-reason", "catch short-lived processes after the incident"));
    }

    private static Step refuse() {
        return stage ->
                stage.fail(
                        1,
                        RpcError.notExecuted(ErrorCode.INVALID_PAYLOAD, "refused")
                                .with(
                                        "refused_changes",
                                        new ConfigValue.Table(
                                                Map.of(
                                                        "batch_size",
                                                        ConfigValue.of(
                                                                "batch_size is a whole number from"
                                                                        + " 1 to 400, not 500")))));
    }

    private static Step[] sent() {
        return and(
                ready(),
                DialogScenes.press("#ask-confirm"),
                DialogScenes.wait(Duration.ofSeconds(6)));
    }

    private static Step[] unknown() {
        return and(sent(), fail(2, ErrorCode.LINK_LOST, "It broke."));
    }

    private static Step[] unwell() {
        return and(
                sent(),
                done(),
                readBack(),
                DialogScenes.wait(daemoneye.app.config.talk.Desk.PATIENCE));
    }

    private static Step goneBack() {
        return stage ->
                stage.succeedLater(4, ConfigAnswers.taken(9, List.of("batch_size"), List.of()));
    }

    private static Step done() {
        return stage ->
                stage.succeedLater(
                        2,
                        ConfigAnswers.taken(
                                8,
                                List.of("batch_size", "scan_interval_ms", "event_queue_capacity"),
                                List.of()));
    }

    private static Step readBack() {
        return stage -> stage.succeedLater(3, ConfigAnswers.config(8, ConfigAnswers.told()));
    }

    private static Step beats(long version) {
        return stage ->
                stage.fleet()
                        .show(
                                SampleFleet.connected(
                                        true,
                                        DialogScenes.FLEET.collectors().stream()
                                                .map(each -> SampleFleet.later(each, version, 3))
                                                .toList()));
    }

    private static Step elsewhere() {
        return stage -> {
            beats(8).on(stage);
            stage.window().scene().getRoot().layout();
            stage.succeedLater(
                    2, ConfigAnswers.config(8, Map.of("scan_interval_ms", ConfigValue.of(15_000))));
        };
    }

    private static Step[] history() {
        return new Step[] {
            OPEN,
            READ,
            DialogScenes.press("#config-tab-history"),
            stage -> stage.succeed(1, ConfigAnswers.history())
        };
    }

    private static Step choose(int... rows) {
        return stage -> stage.choose("#config-history", rows);
    }

    private static Step versions() {
        return stage -> {
            stage.succeedLater(2, ConfigAnswers.config(6, Map.of()));
            stage.succeedLater(3, ConfigAnswers.config());
        };
    }

    private static Step write(String query, String text) {
        return DialogScenes.write(query, text);
    }

    private static Step fail(int call, ErrorCode code, String message) {
        return stage ->
                stage.fail(
                        call,
                        code == ErrorCode.LINK_LOST
                                ? RpcError.unknown(code, message)
                                : RpcError.notExecuted(code, message));
    }
}
