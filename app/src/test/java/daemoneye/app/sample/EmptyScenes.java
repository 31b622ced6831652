package daemoneye.app.sample;

import static daemoneye.app.sample.DialogScenes.press;
import static daemoneye.app.sample.DialogScenes.write;

import daemoneye.app.sample.DialogGallery.Shot;
import daemoneye.app.sample.DialogGallery.Step;
import daemoneye.app.shell.Page;
import daemoneye.rpc.client.connection.ConnectionState;
import daemoneye.rpc.client.fleet.FleetSnapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Pages on which there is nothing: each says what is missing, and what to do next.
final class EmptyScenes {
    private static final List<String> NOBODY = List.of();
    private static final List<String> AGENT = List.of("agent-web");

    private EmptyScenes() {}

    static List<Shot> all() {
        var works = SampleFleet.link(Optional.empty());
        var shots = new ArrayList<Shot>();
        shots.add(fleet("empty-connecting", nothing(ConnectionScenes.trying(0), false, NOBODY)));
        shots.add(fleet("empty-no-link", nothing(ConnectionScenes.trying(4), false, NOBODY)));
        shots.add(
                fleet(
                        "empty-closed",
                        nothing(
                                new ConnectionState.Closed("the broker speaks another version."),
                                false,
                                NOBODY)));
        shots.add(fleet("empty-asking", nothing(works, false, NOBODY)));
        shots.add(fleet("empty-no-agent", nothing(works, true, NOBODY)));
        shots.add(fleet("empty-no-collector", nothing(works, true, AGENT)));
        shots.add(
                fleet(
                        "empty-last-known",
                        SampleFleet.nothing(
                                ConnectionScenes.trying(3),
                                true,
                                AGENT,
                                Optional.of(SampleFleet.noon()))));
        shots.add(shot("empty-chip", new Page.Fleet(), press("#chip-failed")));
        shots.add(shot("empty-search", new Page.Fleet(), write(".search-field", "postgres")));
        shots.add(
                shot("empty-search-wrong", new Page.Fleet(), write(".search-field", "state:dead")));
        shots.add(shot("empty-page", new Page.Collector("gone-web-07")));
        shots.add(
                shot("empty-palette", new Page.Fleet(), press("#commands"), line("stop nobody-*")));
        shots.add(
                shot(
                        "empty-palette-state",
                        new Page.Fleet(),
                        press("#commands"),
                        line("restart state:failed")));
        return shots;
    }

    private static Step line(String words) {
        return write("#palette-line", words);
    }

    private static FleetSnapshot nothing(ConnectionState link, boolean listed, List<String> who) {
        return SampleFleet.nothing(link, listed, who, Optional.empty());
    }

    private static Shot fleet(String name, FleetSnapshot snapshot) {
        return shot(name, new Page.Fleet(), stage -> stage.fleet().show(snapshot));
    }

    private static Shot shot(String name, Page page, Step... steps) {
        return new Shot(name, 1024, 700, page, List.of(steps));
    }
}
