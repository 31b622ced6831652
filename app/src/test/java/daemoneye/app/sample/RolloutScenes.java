package daemoneye.app.sample;

import daemoneye.app.config.talk.Desk;
import daemoneye.app.guard.ConfirmViewModel;
import daemoneye.app.guard.WaitingCall;
import daemoneye.app.rollout.run.ScriptedAgents;
import daemoneye.app.rollout.run.ScriptedAgents.Fault;
import daemoneye.app.sample.DialogGallery.Shot;
import daemoneye.app.sample.DialogGallery.Stage;
import daemoneye.app.sample.DialogGallery.Step;
import daemoneye.app.shell.Page;
import daemoneye.rpc.client.fleet.CollectorView;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// The same change to several collectors, as the gallery shows it.
final class RolloutScenes {
    private static final List<String> IDS =
            IntStream.rangeClosed(1, 9).mapToObj("procmond-web-%02d"::formatted).toList();

    private final AtomicReference<ScriptedAgents> agents = new AtomicReference<>();
    private final List<Step> steps = new ArrayList<>();

    private RolloutScenes() {}

    static List<Shot> all() {
        var shots = new ArrayList<Shot>();
        shots.addAll(both("roll-mixed", List.of(Stage::chooseAll)));
        shots.addAll(both("roll-form", new RolloutScenes().open().steps));
        shots.addAll(
                both("roll-diff", new RolloutScenes().edited().press("#rollout-tab-diff").steps));
        shots.addAll(both("roll-plan-refused", new RolloutScenes().refused().steps));
        shots.addAll(both("roll-plan", new RolloutScenes().planned().steps));
        shots.addAll(both("roll-held", new RolloutScenes().confirmed().steps));
        shots.addAll(both("roll-running", new RolloutScenes().sent().wave().steps));
        shots.addAll(both("roll-paused", new RolloutScenes().paused().steps));
        shots.addAll(both("roll-unknown", new RolloutScenes().unknown().steps));
        shots.addAll(both("roll-link", new RolloutScenes().linkLost().steps));
        shots.addAll(both("roll-deciding", new RolloutScenes().undecided().steps));
        shots.addAll(both("roll-going-back", new RolloutScenes().goingBack().steps));
        shots.addAll(both("roll-back", new RolloutScenes().goingBack().wave().wave().wave().steps));
        shots.addAll(both("roll-partly", new RolloutScenes().partly().steps));
        shots.addAll(
                both("roll-kept", new RolloutScenes().undecided().press("#rollout-keep").steps));
        return shots;
    }

    private static List<Shot> both(String name, List<Step> steps) {
        var page = new Page.Fleet();
        return List.of(
                new Shot(name, 1920, 1080, page, steps),
                new Shot(name + "-small", 1024, 700, page, steps));
    }

    private RolloutScenes then(Step step) {
        steps.add(step);
        return this;
    }

    private RolloutScenes press(String query) {
        return then(DialogScenes.press(query));
    }

    private RolloutScenes wait(Duration time) {
        return then(DialogScenes.wait(time));
    }

    // What is answered leads to the next question only once the window has seen it.
    private RolloutScenes answers() {
        for (int more = 0; more < 4; more++) {
            then(_ -> agents.get().answer());
        }
        return this;
    }

    private RolloutScenes world(Consumer<ScriptedAgents> change) {
        return then(_ -> change.accept(agents.get()));
    }

    private RolloutScenes open() {
        then(
                stage -> {
                    stage.fleet().show(SampleFleet.connected(true, nine()));
                    agents.set(new ScriptedAgents(stage.caller(), stage.ticker(), IDS));
                    agents.get().change(IDS.get(2), "batch_size", ConfigValue.of(100));
                });
        then(Stage::chooseAll);
        return press("#bulk-UpdateConfig").answers();
    }

    private static List<CollectorView> nine() {
        return IDS.stream()
                .map(
                        id ->
                                SampleFleet.healthy(
                                        id,
                                        "process-monitor",
                                        id.substring("procmond-".length()),
                                        "process"))
                .toList();
    }

    private RolloutScenes edited() {
        return open().then(DialogScenes.write("#field-batch_size", "500"))
                .then(DialogScenes.write("#field-scan_interval_ms", "60000"))
                .then(DialogScenes.write("#field-event_queue_capacity", "8000"));
    }

    private RolloutScenes planned() {
        return edited().press("#rollout-next")
                .answers()
                .wait(ConfirmViewModel.DEAD)
                .press("#rollout-keep-five");
    }

    private RolloutScenes refused() {
        edited().world(all -> all.fault(IDS.get(1), Fault.REFUSES_DRY_RUN));
        then(stage -> stage.fleet().show(SampleFleet.connected(true, nine().subList(0, 8))));
        return press("#rollout-next").answers().wait(ConfirmViewModel.DEAD);
    }

    private RolloutScenes confirmed() {
        return planned()
                .then(DialogScenes.write("#ask-phrase", "9"))
                .then(DialogScenes.write("#ask-reason", "less load at night, change 8812"))
                .press("#ask-confirm");
    }

    private RolloutScenes sent() {
        return confirmed().wait(WaitingCall.GRACE);
    }

    private RolloutScenes beat() {
        return then(
                stage ->
                        stage.fleet()
                                .show(
                                        SampleFleet.connected(
                                                true,
                                                stage.fleet().snapshot().collectors().stream()
                                                        .map(this::later)
                                                        .toList())));
    }

    private CollectorView later(CollectorView view) {
        var id = view.id().text();
        return agents.get().isSilent(id)
                ? view
                : SampleFleet.later(view, agents.get().version(id), 3);
    }

    private RolloutScenes wave() {
        return answers().beat();
    }

    private RolloutScenes paused() {
        return sent().world(all -> all.fault(IDS.get(2), Fault.REFUSES))
                .wave()
                .wave()
                .then(stage -> stage.choose("#rollout-table", 2));
    }

    private RolloutScenes unknown() {
        return sent().world(all -> all.fault(IDS.get(2), Fault.LOSES_ANSWER)).wave().wave();
    }

    private RolloutScenes linkLost() {
        return sent().wave()
                .then(
                        stage ->
                                stage.fleet()
                                        .show(
                                                SampleFleet.cutOff(
                                                        stage.fleet().snapshot().collectors())))
                .world(ScriptedAgents::loseAll);
    }

    private RolloutScenes undecided() {
        return sent().wave().wave().wave().wait(Duration.ofSeconds(13));
    }

    private RolloutScenes goingBack() {
        return undecided().press("#rollout-roll_back").answers();
    }

    private RolloutScenes partly() {
        return undecided()
                .world(all -> all.fault(IDS.get(2), Fault.REFUSES_WAY_BACK))
                .world(all -> all.fault(IDS.get(5), Fault.FALLS_SILENT))
                .press("#rollout-roll_back")
                .wave()
                .wait(Desk.PATIENCE)
                .wave()
                .wave()
                .then(stage -> stage.choose("#rollout-table", 2));
    }
}
