package daemoneye.app.sample;

import daemoneye.app.sample.DialogGallery.Shot;
import daemoneye.app.sample.DialogGallery.Step;
import daemoneye.app.shell.Page;
import daemoneye.rpc.client.fleet.FleetSnapshot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

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
        return shots;
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
