package daemoneye.app.rollout.run;

import daemoneye.app.calls.CollectorAction;
import daemoneye.app.calls.OperationsViewModel;
import daemoneye.app.config.talk.Desk;
import daemoneye.app.guard.GuardViewModel;
import daemoneye.app.guard.Intent;
import daemoneye.app.guard.Protection;
import daemoneye.app.rollout.plan.PlanTarget;
import daemoneye.app.rollout.plan.RolloutPlan;
import daemoneye.app.rollout.run.ScriptedAgents.Fault;
import daemoneye.app.sample.SampleFleet;
import daemoneye.app.sample.ScriptedCaller;
import daemoneye.rpc.client.fleet.CollectorView;
import daemoneye.rpc.protocol.time.FakeTicker;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Some process monitors with scripted agents, and a rollout of one value to all of them. Time
/// moves, agents answer and collectors beat only when told to.
public final class RolloutBed {
    public final FakeTicker ticker = new FakeTicker();
    public final ScriptedCaller caller = new ScriptedCaller();
    public final SampleFleet fleet = new SampleFleet();
    public final OperationsViewModel operations =
            new OperationsViewModel(caller, "console@test", ticker, Runnable::run);
    public final GuardViewModel guard =
            new GuardViewModel(fleet, operations, () -> protection(), ticker, Runnable::run);
    public final Desk desk =
            new Desk(guard, operations, fleet, ticker, Runnable::run, Runnable::run, Desk.PATIENCE);
    public final ScriptedAgents agents;
    private final List<String> ids;
    private List<CollectorView> views = new ArrayList<>();
    private Protection protection = Protection.OPEN;
    private Optional<RolloutRun> run = Optional.empty();

    public RolloutBed(int collectors) {
        ids = IntStream.rangeClosed(1, collectors).mapToObj("c%02d"::formatted).toList();
        agents = new ScriptedAgents(caller, ticker, ids);
        for (var id : ids) {
            views.add(SampleFleet.healthy(id, "process-monitor", "web-" + id, "process"));
        }
        show();
    }

    private Protection protection() {
        return protection;
    }

    public List<String> ids() {
        return ids;
    }

    // ---- the world ----

    /// The link stands, and the fleet is seen as it is.
    public void show() {
        fleet.show(SampleFleet.connected(true, views));
        run.ifPresent(each -> each.show(fleet.snapshot()));
    }

    public void cutOff() {
        fleet.show(SampleFleet.cutOff(views));
        run.ifPresent(each -> each.show(fleet.snapshot()));
    }

    public void lock() {
        protection = Protection.READ_ONLY;
    }

    public void vanish(String id) {
        views = new ArrayList<>(views.stream().filter(each -> !id(each).equals(id)).toList());
        show();
    }

    private static String id(CollectorView view) {
        return view.id().text();
    }

    /// Three good beats of each that is not silent, which name the version that it has.
    public void beat() {
        views =
                new ArrayList<>(
                        views.stream()
                                .map(
                                        each ->
                                                agents.has(id(each), Fault.FALLS_SILENT)
                                                        ? each
                                                        : SampleFleet.later(
                                                                each, agents.version(id(each)), 3))
                                .toList());
        show();
    }

    /// Answers and beats: one wave is over, if nothing is wrong with it.
    public void wave() {
        agents.answer();
        beat();
    }

    // ---- a person ----

    public RolloutPlan plan() {
        var plan = new RolloutPlan(desk, ids, Map.of("batch_size", ConfigValue.of(500)));
        plan.check();
        agents.answer();
        return plan;
    }

    /// Begins it; the values stay for good.
    public RolloutRun start() {
        return start(Duration.ZERO);
    }

    public RolloutRun start(Duration undecided) {
        var wishes =
                plan().chosen().stream()
                        .map((PlanTarget each) -> each.wish(true, Optional.of("why")))
                        .toList();
        var made =
                new RolloutRun(
                        desk,
                        new Intent(CollectorAction.CONFIGURE, ids),
                        wishes,
                        undecided,
                        "taken back: why");
        run = Optional.of(made);
        made.begin();
        return made;
    }

    // ---- what it says ----

    RolloutRun run() {
        return run.orElseThrow();
    }

    RowStand stand(String id) {
        return run().rows().stream()
                .filter(each -> each.collector().equals(id))
                .findFirst()
                .orElseThrow()
                .standProperty()
                .get();
    }

    String text(String id) {
        return run().rows().stream()
                .filter(each -> each.collector().equals(id))
                .findFirst()
                .orElseThrow()
                .textProperty()
                .get();
    }

    /// Who is being changed and has not been answered.
    List<String> open() {
        return agents.open().stream().map(each -> each.collectorId().text()).toList();
    }
}
