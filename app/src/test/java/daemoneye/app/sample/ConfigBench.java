package daemoneye.app.sample;

import daemoneye.app.backend.Backend;
import daemoneye.app.config.diff.TextDiff;
import daemoneye.app.controls.Theme;
import daemoneye.app.fx.FxThread;
import daemoneye.app.launch.window.ConsoleWindow;
import daemoneye.app.shell.Page;
import daemoneye.rpc.client.call.CallOutcome;
import daemoneye.rpc.client.call.resilience.Resilience;
import daemoneye.rpc.protocol.message.RpcResponse;
import daemoneye.rpc.protocol.message.RpcStatus;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.time.SystemTicker;
import daemoneye.rpc.protocol.value.ConfigValue;

import javafx.application.Platform;
import javafx.scene.control.Button;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// How long a configuration of 500 keys takes to open, and two texts of 5,000 lines to compare. A
/// program, not a test: it prints what it measured. Opening is from the answer of the agent to the
/// laid-out dialog.
public final class ConfigBench {
    private static final int KEYS = 500;
    private static final int LINES = 5_000;
    private static final int ROUNDS = 9;

    private ConfigBench() {}

    public static void main(String[] args) {
        try (var clock = new SystemTicker("bench")) {
            compare(clock);
            Platform.startup(() -> Platform.setImplicitExit(false));
            for (int round = 0; round < ROUNDS; round++) {
                open(clock, round);
            }
            Platform.exit();
        }
    }

    private static void compare(SystemTicker clock) {
        var left = lines(1, 1);
        for (int each : new int[] {500, 50, 10, 2}) {
            compare("1 line in " + each + " differs", clock, left, lines(each, 2));
        }
        compare("in another order", clock, left, shuffled(left));
        compare("one of 40 lines each", clock, repeated(40, 1), repeated(40, 2));
        compare("one of 3 lines each", clock, repeated(3, 1), repeated(3, 2));
    }

    private static void compare(String what, SystemTicker clock, String left, String right) {
        for (int round = 0; round < ROUNDS; round++) {
            long since = clock.nanos();
            int rows = TextDiff.of(left, right).size();
            tell("compare, " + what + ", " + rows + " rows", clock, since);
        }
    }

    private static String shuffled(String text) {
        var lines = new ArrayList<>(text.lines().toList());
        Collections.shuffle(lines, new Random(1));
        return String.join("\n", lines);
    }

    private static String repeated(int different, int seed) {
        return new Random(seed)
                .ints(LINES, 0, different)
                .mapToObj(each -> "line " + each)
                .collect(Collectors.joining("\n"));
    }

    private static String lines(int step, int version) {
        return IntStream.range(0, LINES)
                .mapToObj(at -> "  \"key_" + at + "\": " + (at % step == 0 ? version * at : at))
                .collect(Collectors.joining("\n"));
    }

    private static void open(SystemTicker clock, int round) {
        var caller = new ScriptedCaller();
        var done = new CompletableFuture<Boolean>();
        FxThread.run(
                () -> {
                    var window = window(caller, clock);
                    ((Button) window.scene().lookup("#act-UpdateConfig")).fire();
                    var since = new long[] {clock.nanos()};
                    caller.asked().getFirst().outcome().complete(answer(caller, clock));
                    FxThread.run(
                            () -> {
                                lay(window);
                                tell("open " + KEYS + " keys, round " + round, clock, since[0]);
                                done.complete(window.scene().lookup("#field-key_0") != null);
                                window.close();
                            });
                });
        if (!done.join()) {
            throw new IllegalStateException("the form is not there");
        }
    }

    private static ConsoleWindow window(ScriptedCaller caller, SystemTicker clock) {
        var fleet = new SampleFleet();
        var backend = new Backend("here", "bench", caller, Resilience.NONE, fleet, clock, () -> {});
        var window = new ConsoleWindow(backend, 1440, 900, Theme.DARK);
        fleet.show(DialogScenes.FLEET);
        window.open(new Page.Collector("procmond-web-02"));
        lay(window);
        return window;
    }

    private static void lay(ConsoleWindow window) {
        window.scene().getRoot().applyCss();
        window.scene().getRoot().layout();
    }

    private static CallOutcome answer(ScriptedCaller caller, SystemTicker clock) {
        var values = new LinkedHashMap<String, ConfigValue>();
        IntStream.range(0, KEYS).forEach(at -> values.put("key_" + at, ConfigValue.of(at)));
        var payload =
                new GenericPayload(
                        Map.of(
                                "config_version",
                                ConfigValue.of(7),
                                "config",
                                new ConfigValue.Table(values)));
        return new CallOutcome.Done(
                new RpcResponse(
                        caller.asked().getFirst().request().requestId(),
                        "agent",
                        RpcStatus.SUCCESS,
                        Optional.of(payload),
                        1,
                        0,
                        clock.now(),
                        Optional.empty()),
                Duration.ofMillis(1));
    }

    private static void tell(String what, SystemTicker clock, long since) {
        System.out.printf("%s: %.1f ms%n", what, clock.since(since).toNanos() / 1e6);
    }
}
