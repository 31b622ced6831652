package daemoneye.app.sample;

import static daemoneye.app.sample.DialogScenes.press;
import static daemoneye.app.sample.DialogScenes.write;

import daemoneye.app.guard.Protection;
import daemoneye.app.profile.Hue;
import daemoneye.app.profile.Profile;
import daemoneye.app.profile.Where;
import daemoneye.app.sample.DialogGallery.Shot;
import daemoneye.app.sample.DialogGallery.Step;
import daemoneye.app.shell.Page;
import daemoneye.rpc.client.connection.ConnectionState;
import daemoneye.rpc.client.fleet.FleetSnapshot;
import daemoneye.rpc.protocol.operation.Role;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The dialog of connections, and what a connection does to the window.
final class ConnectionScenes {
    static final List<Profile> PROFILES =
            List.of(
                    Profile.here(),
                    new Profile(
                            "Production Frankfurt",
                            new Where.Tcp(
                                    "broker.fra.example.org",
                                    7447,
                                    Optional.of(Path.of("/home/kim/.config/daemoneye/fra.token")),
                                    Optional.of(Role.OPERATOR)),
                            Hue.RED,
                            Protection.PROTECTED),
                    new Profile(
                            "Staging",
                            new Where.Tcp("10.0.4.7", 7447, Optional.empty(), Optional.empty()),
                            Hue.AMBER,
                            Protection.OPEN),
                    new Profile(
                            "Audit desk",
                            new Where.Unix(Path.of("/run/daemoneye/broker.sock")),
                            Hue.VIOLET,
                            Protection.READ_ONLY));

    private static final Step MANAGE = stage -> stage.profiles().manage();
    private static final Duration ALIVE = Duration.ofSeconds(1);

    private ConnectionScenes() {}

    static List<Shot> all() {
        var shots = new ArrayList<Shot>();
        shots.add(shot("conn-here", MANAGE));
        shots.add(shot("conn-tcp", on(1), MANAGE));
        shots.add(shot("conn-unix", on(3), MANAGE));
        shots.add(shot("conn-testing", on(1), MANAGE, press("#profile-test"), waited()));
        shots.add(
                shot(
                        "conn-refused",
                        on(1),
                        MANAGE,
                        press("#profile-test"),
                        tried(
                                false,
                                "the broker does not know the token kim: ask its owner to add"
                                        + " it")));
        shots.add(
                shot(
                        "conn-reached",
                        on(3),
                        MANAGE,
                        press("#profile-test"),
                        tried(
                                true,
                                "Reached unix:/run/daemoneye/broker.sock, let in as viewer,"
                                        + " 4.1 ms.")));
        shots.add(
                shot(
                        "conn-wrong",
                        on(1),
                        MANAGE,
                        write("#profile-port", "74470"),
                        press("#profile-save")));
        shots.add(shot("conn-new", MANAGE, press("#profile-add")));
        shots.add(shot("conn-keep", MANAGE, press("#profile-delete")));
        shots.add(shot("conn-locked", on(3), stage -> stage.chooseAll()));
        shots.add(
                new Shot(
                        "conn-locked-page",
                        1440,
                        900,
                        new Page.Collector("procmond-web-02"),
                        List.of(on(3), stage -> stage.fleet().show(DialogScenes.FLEET))));
        shots.add(
                shot(
                        "conn-viewer",
                        stage -> stage.fleet().show(asViewer()),
                        stage -> stage.chooseAll()));
        shots.add(
                new Shot(
                        "conn-protected-ask",
                        1440,
                        900,
                        new Page.Collector("procmond-web-02"),
                        List.of(on(1), press("#act-Restart"), DialogScenes.wait(ALIVE))));
        shots.add(
                shot(
                        "conn-switch",
                        stage -> stage.window().maySwitch("Staging", () -> {}),
                        DialogScenes.wait(ALIVE)));
        return shots;
    }

    private static FleetSnapshot asViewer() {
        return new FleetSnapshot(
                1,
                0,
                SampleFleet.noon(),
                SampleFleet.link(Optional.of(Role.VIEWER)),
                Optional.empty(),
                Optional.empty(),
                true,
                List.of("agent-web"),
                DialogScenes.FLEET.collectors());
    }

    private static Shot shot(String name, Step... steps) {
        return new Shot(name, 1024, 700, new Page.Fleet(), List.of(steps));
    }

    static Step on(int profile) {
        return stage -> {
            stage.profiles().connected(PROFILES.get(profile));
            stage.fleet().show(DialogScenes.FLEET);
        };
    }

    private static Step waited() {
        return stage -> stage.doors().waited(4);
    }

    private static Step tried(boolean reached, String sentence) {
        return stage -> stage.doors().tried(reached, sentence);
    }

    /// Not there yet, and why.
    static ConnectionState trying(int attempt) {
        return new ConnectionState.Reconnecting(
                attempt,
                Duration.ofMillis(1200),
                attempt == 0 ? "" : "nobody listens at broker.fra.example.org:7447");
    }
}
