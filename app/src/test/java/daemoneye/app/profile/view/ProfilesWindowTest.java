package daemoneye.app.profile.view;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.app.backend.Backend;
import daemoneye.app.backend.BackendSource;
import daemoneye.app.controls.Theme;
import daemoneye.app.guard.ConfirmViewModel;
import daemoneye.app.guard.Protection;
import daemoneye.app.launch.display.Display;
import daemoneye.app.launch.window.ConsoleWindow;
import daemoneye.app.launch.window.WindowConnections;
import daemoneye.app.profile.Hue;
import daemoneye.app.profile.Profile;
import daemoneye.app.profile.ProfilesViewModel;
import daemoneye.app.profile.TestResult;
import daemoneye.app.profile.Where;
import daemoneye.app.sample.OneRobot;
import daemoneye.app.sample.SampleFleet;
import daemoneye.app.sample.ScriptedCaller;
import daemoneye.app.settings.AppearanceViewModel;
import daemoneye.app.shell.Page;
import daemoneye.rpc.client.call.resilience.Resilience;
import daemoneye.rpc.protocol.time.FakeTicker;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/// Going from one connection to another with the keyboard alone, on workers that really block.
class ProfilesWindowTest {
    private static final Profile NEAR = unix("near", Hue.TEAL, Protection.OPEN);
    private static final Profile SLOW = unix("slow", Hue.AMBER, Protection.OPEN);
    private static final Profile LOCKED = unix("vault", Hue.RED, Protection.READ_ONLY);

    private final FxRobot robot = OneRobot.robot();
    private final ConcurrentLinkedQueue<String> events = new ConcurrentLinkedQueue<>();
    private final CountDownLatch slowMayOpen = new CountDownLatch(1);
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final FakeTicker ticker = new FakeTicker();
    private final List<List<Profile>> kept = new ArrayList<>();
    private final ProfilesViewModel profiles =
            new ProfilesViewModel(List.of(NEAR, SLOW, LOCKED), Optional.empty(), NEAR);
    private ConsoleWindow window;
    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        Display.doWithout();
        FxToolkit.registerPrimaryStage();
        var source = new Source();
        var first = source.open(NEAR);
        FxToolkit.setupFixture(
                () -> {
                    window =
                            new ConsoleWindow(
                                    first,
                                    profiles,
                                    1000,
                                    700,
                                    AppearanceViewModel.fixed(Theme.DARK));
                    var _ =
                            new WindowConnections(
                                    window,
                                    profiles,
                                    first,
                                    source,
                                    ticker,
                                    workers,
                                    kept::add,
                                    used -> events.add("used " + used.name()));
                    stage = new Stage();
                    stage.setScene(window.scene());
                    stage.show();
                });
        await(() -> linkWord().equals("connected"));
    }

    @AfterEach
    void close() throws Exception {
        slowMayOpen.countDown();
        FxToolkit.setupFixture(
                () -> {
                    window.close();
                    stage.hide();
                });
        workers.shutdown();
        assertThat(workers.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void theMenuSwitchesByKeyboardAlsoWhileTheLastOneIsStillOnItsWay() throws Exception {
        assertThat(frame()).contains("hue-teal");

        choose(1);
        await(() -> menu().getText().equals("slow"));
        assertThat(linkWord()).isEqualTo("connecting");
        assertThat(frame()).contains("hue-amber").doesNotContain("hue-teal");

        choose(2);
        await(() -> linkWord().equals("connected"));
        assertThat(menu().getText()).isEqualTo("vault · read-only");
        assertThat(frame()).contains("hue-red");

        slowMayOpen.countDown();
        await(() -> events.contains("close slow"));
        assertThat(menu().getText()).isEqualTo("vault · read-only");
        await(() -> events.contains("used vault"));
    }

    @Test
    void aLockedConnectionSendsNothingThatChanges() throws Exception {
        choose(2);
        await(() -> linkWord().equals("connected"));
        robot.interact(() -> window.open(new Page.Collector("one")));
        settle();
        robot.clickOn("#act-Pause");
        settle();

        assertThat(window.operationStates()).isEmpty();
        assertThat(node("#act-Pause").isDisabled()).isTrue();
        assertThat(((Labeled) node("#act-locked")).getText()).contains("locked for reading");
    }

    @Test
    void aLockedConnectionHoldsBackWhatIsDoneToSeveral() throws Exception {
        choose(2);
        await(() -> linkWord().equals("connected"));
        robot.interact(() -> ((TableView<?>) node("#fleet-table")).getSelectionModel().selectAll());
        settle();

        assertThat(node("#bulk-Pause").isDisabled()).isTrue();
        assertThat(node("#bulk-GracefulShutdown").isDisabled()).isTrue();
        assertThat(node("#bulk-HealthCheck").isDisabled()).isFalse();
        assertThat(((Labeled) node("#bulk-locked")).getText()).contains("locked for reading");
    }

    @Test
    void aSwitchWithACallUnderWayAsks() throws Exception {
        robot.interact(() -> window.open(new Page.Collector("one")));
        settle();
        robot.clickOn("#act-Pause");
        settle();
        choose(2);
        assertThat(((Labeled) node("#quit-confirm")).getText()).isEqualTo("Switch");
        assertThat(menu().getText()).isEqualTo("near");

        robot.push(KeyCode.ESCAPE);
        settle();
        assertThat(menu().getText()).isEqualTo("near");

        choose(2);
        ticker.advance(ConfirmViewModel.DEAD);
        settle();
        robot.push(KeyCode.TAB).push(KeyCode.SPACE);
        await(() -> menu().getText().startsWith("vault"));
        await(() -> events.contains("close near"));
    }

    @Test
    void theDialogSaysWhyAConnectionFailsAndKeepsWhatWasTyped() throws Exception {
        openDialog();
        robot.clickOn("#profile-add");
        robot.write("lab", 0).clickOn("#profile-host").write("lab.example.org", 0);
        robot.clickOn("#profile-port").write("7447", 0);
        robot.clickOn("#profile-test");
        await(() -> told().equals("Nobody listens at lab.example.org:7447."));
        assertThat(((TextField) node("#profile-name")).getText()).isEqualTo("lab");

        robot.clickOn("#profile-save");
        await(() -> !kept.isEmpty());
        assertThat(kept.getLast()).extracting(Profile::name).contains("lab");
        robot.push(KeyCode.ESCAPE);
        settle();
        assertThat(robot.lookup("#profile-name").tryQuery()).isEmpty();
        assertThat(menu().getText()).isEqualTo("near");
    }

    @Test
    void theListOfTheDialogWalksByArrowKeys() throws Exception {
        openDialog();
        assertThat(window.scene().getFocusOwner().getId()).isEqualTo("profile-list");
        robot.push(KeyCode.DOWN);
        settle();
        assertThat(((TextField) node("#profile-name")).getText()).isEqualTo("slow");
    }

    private void openDialog() throws TimeoutException {
        robot.interact(profiles::manage);
        await(() -> robot.lookup("#profile-list").tryQuery().isPresent());
    }

    /// Opens the menu by its key and goes down to an item.
    private void choose(int item) throws TimeoutException {
        robot.push(KeyCode.CONTROL, KeyCode.L);
        await(() -> menu().isShowing());
        for (int at = 0; at <= item; at++) {
            robot.push(KeyCode.DOWN);
        }
        robot.push(KeyCode.ENTER);
        settle();
    }

    private MenuButton menu() {
        return (MenuButton) window.scene().lookup("#profile-menu");
    }

    private List<String> frame() {
        return window.scene().getRoot().getStyleClass();
    }

    private String linkWord() {
        return ((Label) window.scene().lookup(".link-word")).getText();
    }

    private String told() {
        return ((Label) node("#profile-told")).getText();
    }

    private Node node(String query) {
        return window.scene().lookup(query);
    }

    private static void await(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition::getAsBoolean);
    }

    private static void settle() {
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static Profile unix(String name, Hue hue, Protection protection) {
        return new Profile(name, new Where.Unix(Path.of("/run/" + name)), hue, protection);
    }

    private final class Source implements BackendSource {
        @Override
        public Backend open(Profile profile) throws IOException {
            try {
                if (profile.name().equals("slow") && !slowMayOpen.await(30, TimeUnit.SECONDS)) {
                    throw new IOException("The test forgot it.");
                }
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            events.add("open " + profile.name());
            var fleet = new SampleFleet();
            fleet.show(
                    SampleFleet.connected(
                            true,
                            List.of(
                                    SampleFleet.healthy(
                                            "one", "process-monitor", "web-01", "process"),
                                    SampleFleet.healthy(
                                            "two", "process-monitor", "web-02", "process"))));
            return new Backend(
                    profile.name(),
                    "console@test",
                    new ScriptedCaller(),
                    Resilience.NONE,
                    fleet,
                    ticker,
                    () -> events.add("close " + profile.name()));
        }

        @Override
        public TestResult test(Profile profile, CompletionStage<Void> givenUp) {
            if (profile.name().equals("slow")) {
                givenUp.toCompletableFuture().join();
            }
            return new TestResult(false, "nobody listens at " + profile.where().text());
        }
    }
}
