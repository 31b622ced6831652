package daemoneye.app;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.app.backend.Backend;
import daemoneye.app.calls.OperationsViewModel;
import daemoneye.app.config.ConfigDialogViewModel;
import daemoneye.app.config.ConfigDialogViewModel.Place;
import daemoneye.app.config.ConfigViewModel;
import daemoneye.app.config.DryRunViewModel;
import daemoneye.app.config.apply.ApplyViewModel;
import daemoneye.app.config.apply.ApplyViewModel.End;
import daemoneye.app.config.apply.RunStep;
import daemoneye.app.config.draft.FieldViewModel;
import daemoneye.app.config.talk.Desk;
import daemoneye.app.guard.GuardViewModel;
import daemoneye.app.guard.Protection;
import daemoneye.rpc.agent.Agent;
import daemoneye.rpc.agent.AgentSettings;
import daemoneye.rpc.agent.process.launch.CollectorJvm;
import daemoneye.rpc.agent.process.launch.JavaCollectorLauncher;
import daemoneye.rpc.agent.supervise.CollectorSpec;
import daemoneye.rpc.broker.BrokerSettings;
import daemoneye.rpc.broker.EmbeddedBroker;
import daemoneye.rpc.client.call.BusCaller;
import daemoneye.rpc.client.connection.Connection;
import daemoneye.rpc.client.connection.Connections;
import daemoneye.rpc.client.fleet.BeatKind;
import daemoneye.rpc.client.fleet.CollectorView;
import daemoneye.rpc.client.serve.BusService;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.state.ProcessState;
import daemoneye.rpc.transport.auth.Admission;
import daemoneye.rpc.transport.bus.ClientIdentity;
import daemoneye.rpc.transport.netty.NettyWire;
import daemoneye.rpc.transport.wire.Wire;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// What the dialog says of changes that a real collector does not bear: its process, its agent and
/// its broker are real, and so is what the settings do to it.
@DisabledOnOs(OS.WINDOWS)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LiveConfigTest {
    private static final Duration BEAT = Duration.ofMillis(500);
    private static final Duration PROOF = Duration.ofSeconds(6);
    private static final int MINUTE = 60;

    private final ExecutorService person = Executors.newSingleThreadExecutor();
    private final Wire wire = NettyWire.open("live-config");
    private EmbeddedBroker broker;
    private Connection link;
    private Agent agent;
    private Backend backend;
    private ConfigViewModel dialogs;

    @BeforeAll
    void oneFrailCollectorRuns(@TempDir Path folder) throws Exception {
        broker =
                EmbeddedBroker.startPrivately(wire, BrokerSettings.named("live-config", "1"))
                        .get(MINUTE, TimeUnit.SECONDS);
        agent = agent(folder);
        backend = Backends.at(broker.address(), Admission.USUAL);
        var operations =
                new OperationsViewModel(backend.caller(), "console", backend.ticker(), person);
        var guard =
                new GuardViewModel(
                        backend.fleet(),
                        operations,
                        () -> Protection.OPEN,
                        backend.ticker(),
                        person);
        dialogs =
                new ConfigViewModel(
                        new Desk(
                                guard,
                                operations,
                                backend.fleet(),
                                backend.ticker(),
                                person,
                                person,
                                PROOF));
        var _ = backend.fleet().watch(now -> person.execute(() -> dialogs.show(now)));
        isWell();
    }

    private Agent agent(Path folder) throws Exception {
        var usual = AgentSettings.standard(broker.address(), folder, folder);
        var frail = new CollectorSpec(new CollectorId("frail"), "frail-monitor", true);
        var settings =
                new AgentSettings(
                        "agent-frail",
                        usual.host(),
                        List.of(frail),
                        broker.address(),
                        BEAT,
                        false,
                        true,
                        folder,
                        folder);
        var identity =
                new ClientIdentity("agent-frail", "agent", "1", ProcessHandle.current().pid());
        link = Connections.over(wire, broker.address(), identity, wire.ticker());
        link.connected(PROOF).join();
        return Agent.start(
                settings,
                link,
                BusCaller.on(link, wire.ticker()),
                BusService.on(link, settings.agentId(), wire.ticker()),
                wire.ticker(),
                new JavaCollectorLauncher(
                        CollectorJvm.ofThisProcess(),
                        settings.launchTerms(),
                        System.getenv(),
                        wire.ticker()));
    }

    @AfterAll
    void end() {
        backend.close();
        agent.close();
        link.close();
        broker.close();
        wire.close();
        person.shutdown();
    }

    @Test
    @Order(1)
    void aCollectorThatIsIllWithItGetsTheValuesOfBeforeBack() throws Exception {
        var run = apply("mood", "ill");

        assertThat(awaitEnd(run)).as(() -> words(run)).isEqualTo(End.RETURNED);
        assertThat(result(run)).endsWith("version 1 was put back, and it beats well with that.");
        assertThat(marks(run))
                .containsExactly(
                        "Send DONE",
                        "Read back DONE",
                        "Wait for good beats of version 2 FAILED",
                        "Put version 1 back DONE",
                        "Wait for good beats of version 3 DONE");
        isWell();
        assertThat(view().configVersion()).isEqualTo(3);
    }

    @Test
    @Order(2)
    void aRestartThatFailsWithItIsTakenBackByTheAgent() throws Exception {
        long pid = view().info().pid().orElseThrow();
        var run = apply("mood_at_start", "dying");

        assertThat(awaitEnd(run)).as(() -> words(run)).isEqualTo(End.RETURNED);
        assertThat(result(run))
                .startsWith("The agent put the values of version 3 back by itself, as version 5:");
        isWell();
        assertThat(view().info().pid().orElseThrow()).isNotEqualTo(pid);
    }

    @Test
    @Order(3)
    void aCollectorThatDiesOfItAgainAndAgainGetsTheValuesOfBeforeBack() throws Exception {
        var run = apply("mood", "dying");

        assertThat(awaitEnd(run)).as(() -> words(run)).isEqualTo(End.RETURNED);
        assertThat(result(run)).contains("version 5 was put back");
        assertThat(view().info().lastExit().orElseThrow().exitCode()).hasValue(9);
        // It may not run at the moment, or have been given up: what it will start with counts.
        var dialog = tell(() -> dialogs.openProperty().get().orElseThrow());
        startAnew(dialog);
        assertThat(tell(() -> field(dialog, "mood").rawProperty().get())).isEqualTo("well");
    }

    /// A person changes one setting and says yes to everything.
    private ApplyViewModel apply(String name, String value) throws Exception {
        var dialog =
                tell(
                        () -> {
                            dialogs.close();
                            dialogs.open("frail");
                            return dialogs.openProperty().get().orElseThrow();
                        });
        if (tell(() -> dialog.runProperty().get().isPresent())) {
            startAnew(dialog);
        }
        until(() -> dialog.draftProperty().get().isPresent());
        tell(() -> type(dialog, name, value));
        until(() -> dialog.dry().stateProperty().get() == DryRunViewModel.State.ACCEPTED);
        until(() -> dialog.confirmProperty().get().readyProperty().get());
        tell(
                () -> {
                    dialog.confirmProperty().get().confirm();
                    return true;
                });
        until(() -> dialog.runProperty().get().isPresent());
        return tell(() -> dialog.runProperty().get().orElseThrow());
    }

    /// The dialog has kept what was not taken; a person drops it for what runs now.
    private void startAnew(ConfigDialogViewModel dialog) throws Exception {
        tell(
                () -> {
                    dialog.goOn();
                    dialog.placeProperty().set(Place.FORM);
                    return true;
                });
        until(() -> !dialog.words().elsewhereProperty().get().isEmpty());
        tell(
                () -> {
                    dialog.takeTheirs();
                    return true;
                });
    }

    private static boolean type(ConfigDialogViewModel dialog, String name, String value) {
        field(dialog, name).rawProperty().set(value);
        dialog.confirmProperty().get().typedProperty().set("1");
        dialog.placeProperty().set(Place.REVIEW);
        dialog.confirmProperty().get().typedProperty().set("1");
        return true;
    }

    private static FieldViewModel field(ConfigDialogViewModel dialog, String name) {
        return dialog.draftProperty().get().orElseThrow().fields().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private End awaitEnd(ApplyViewModel run) throws Exception {
        until(() -> run.endProperty().get() != End.RUNNING);
        return tell(() -> run.endProperty().get());
    }

    private String result(ApplyViewModel run) throws Exception {
        return tell(() -> run.resultProperty().get());
    }

    private List<String> marks(ApplyViewModel run) throws Exception {
        return tell(() -> run.stepsProperty().get().stream().map(LiveConfigTest::words).toList());
    }

    private static String words(RunStep step) {
        return step.name() + " " + step.mark();
    }

    private static String words(ApplyViewModel run) {
        return run.resultProperty().get() + " " + run.stepsProperty().get();
    }

    private <T> T tell(Supplier<T> question) throws Exception {
        return CompletableFuture.supplyAsync(question, person).get(MINUTE, TimeUnit.SECONDS);
    }

    /// Looked at after each picture of the fleet: those come at every beat.
    private void until(Supplier<Boolean> condition) throws Exception {
        await(_ -> condition.get());
    }

    private void isWell() throws Exception {
        await(LiveConfigTest::isWell);
    }

    private void await(Predicate<List<CollectorView>> condition) throws Exception {
        var met = new CompletableFuture<Boolean>();
        var stop =
                backend.fleet()
                        .watch(
                                now ->
                                        person.execute(
                                                () -> {
                                                    if (condition.test(now.collectors())) {
                                                        met.complete(true);
                                                    }
                                                }));
        try {
            met.get(MINUTE, TimeUnit.SECONDS);
        } finally {
            stop.run();
        }
    }

    private static boolean isWell(List<CollectorView> fleet) {
        return fleet.stream()
                .filter(each -> each.state() == ProcessState.RUNNING)
                .filter(each -> each.health() == HealthStatus.HEALTHY)
                .anyMatch(each -> each.beats().getLast().kind() == BeatKind.GOOD);
    }

    private CollectorView view() {
        return backend.fleet().snapshot().collectors().getFirst();
    }
}
