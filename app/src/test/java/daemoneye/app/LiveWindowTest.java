package daemoneye.app;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.app.backend.Backend;
import daemoneye.app.calls.OperationState;
import daemoneye.app.controls.Theme;
import daemoneye.app.launch.display.Display;
import daemoneye.app.launch.window.ConsoleWindow;
import daemoneye.app.sample.OneRobot;
import daemoneye.rpc.client.fleet.CollectorView;
import daemoneye.rpc.client.place.Places;
import daemoneye.rpc.protocol.state.Liveness;
import daemoneye.rpc.protocol.state.ProcessState;
import daemoneye.rpc.transport.auth.Admission;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The window as a person uses it, on a real broker, a real agent and four real collectors. One
/// fleet for all tests, because four processes take seconds to start; each test leaves it running.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LiveWindowTest {
    private static final int PATIENCE_SECONDS = 60;

    @TempDir private static Path home;
    private static Backend backend;
    private static ConsoleWindow window;
    private static Stage stage;

    private final FxRobot robot = OneRobot.robot();

    @BeforeAll
    static void openTheWindow() throws Exception {
        Display.doWithout();
        FxToolkit.registerPrimaryStage();
        var places =
                Places.of(
                        Map.of("DAEMONEYE_HOME", home.toString()),
                        key -> System.getProperty(key, ""));
        backend = Backends.here(places, Admission.USUAL);
        FxToolkit.setupFixture(
                () -> {
                    window = new ConsoleWindow(backend, 1400, 700, Theme.DARK);
                    stage = new Stage();
                    stage.setScene(window.scene());
                    stage.show();
                });
    }

    @AfterAll
    static void closeEverything() throws Exception {
        var processes = backend.fleet().snapshot().collectors().stream().map(LiveWindowTest::pid);
        var pids = processes.toList();
        FxToolkit.setupFixture(
                () -> {
                    window.close();
                    stage.hide();
                });
        backend.close();
        assertThat(pids).noneMatch(pid -> ProcessHandle.of(pid).isPresent());
    }

    @Test
    @Order(1)
    void fourRealCollectorsComeAlive() throws Exception {
        await(() -> fleet(LiveWindowTest::isRunning) == 4);
        TableView<?> table = robot.lookup(".table-view").query();
        await(() -> table.getItems().size() == 4);
        assertThat(view("procmond").vital("memory_usage_mb").orElse(0)).isBetween(10.0, 200.0);
    }

    @Test
    @Order(2)
    void aClickOnARowOpensItsPaneWithRealComponents() throws Exception {
        choose("procmond");
        await(() -> robot.lookup("process_enumeration").tryQuery().isPresent());
    }

    @Test
    @Order(3)
    void pauseAndResumeAreBelievedFromTheCollectorOnly() throws Exception {
        choose("procmond");
        press("act-Pause");
        await(() -> view("procmond").state() == ProcessState.PAUSED);
        press("act-Resume");
        await(() -> view("procmond").state() == ProcessState.RUNNING);
    }

    @Test
    @Order(4)
    void stopAsksFirstAndCancelDoesNothing() throws Exception {
        choose("procmond");
        var before = pid(view("procmond"));
        press("act-Stop");
        await(() -> robot.lookup("#ask-cancel").tryQuery().isPresent());
        robot.clickOn("#ask-cancel");

        assertThat(robot.lookup("#ask-confirm").tryQuery()).isEmpty();
        assertThat(pid(view("procmond"))).isEqualTo(before);
        assertThat(window.operationStates()).doesNotContain(OperationState.RUNNING);
    }

    @Test
    @Order(5)
    void aStoppedCollectorIsGoneAndComesBackOnStart() throws Exception {
        choose("perfmond");
        await(() -> isRunning(view("perfmond")));
        long pid = pid(view("perfmond"));
        press("act-Stop");
        await(() -> robot.lookup("#ask-confirm").tryQuery().isPresent());
        // It is the only one of its kind, so the number has to be typed.
        robot.clickOn("#ask-phrase").write("1");
        press("ask-confirm");
        await(() -> view("perfmond").state() == ProcessState.STOPPED);
        assertThat(ProcessHandle.of(pid)).isEmpty();

        press("act-Start");
        await(() -> isRunning(view("perfmond")));
        assertThat(pid(view("perfmond"))).isNotEqualTo(pid);
    }

    @Test
    @Order(6)
    void aKilledCollectorIsShownAsFailedAndStartedAgain() throws Exception {
        long pid = pid(view("netmond"));
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        await(() -> view("netmond").info().lastExit().isPresent());
        assertThat(view("netmond").info().lastExit().orElseThrow().signal()).contains("SIGKILL");
        await(() -> isRunning(view("netmond")) && pid(view("netmond")) != pid);
    }

    @Test
    @Order(7)
    void aShutdownIsFollowedByItsRealReports() throws Exception {
        choose("netmond");
        press("act-GracefulShutdown");
        await(() -> robot.lookup("#ask-phrase").tryQuery().isPresent());
        robot.clickOn("#ask-reason").write("a test");
        robot.clickOn("#ask-phrase").write("1");
        press("ask-confirm");
        await(() -> said("#shutdown-result").equals("netmond has ended cleanly."));
        assertThat(names(".progress-name")).contains("flush_events", "save_state", "Completed");
        await(() -> view("netmond").state() == ProcessState.STOPPED);

        press("shutdown-close");
        press("act-Start");
        await(() -> isRunning(view("netmond")));
    }

    @Test
    @Order(8)
    void aCallFromThePaletteThatIsPastItsCommitPointCannotBeCancelled() throws Exception {
        long pid = pid(view("fsmond"));
        robot.push(KeyCode.CONTROL, KeyCode.K).write("pause fsmond", 0);
        // Not for long: its agent soon takes a silent collector for hung.
        signal("STOP", pid);
        try {
            robot.push(KeyCode.ENTER);
            press("status-cancel");
            await(() -> statusWords().anyMatch(each -> each.startsWith("Too late to cancel")));
        } finally {
            signal("CONT", pid);
        }
        robot.push(KeyCode.CONTROL, KeyCode.K).write("open calls", 0).push(KeyCode.ENTER);
        robot.interact(() -> robot.lookup("#calls-table").query().requestFocus());
        await(() -> said("#call-state").equals("done"));
        assertThat(said("#call-effect")).isEqualTo("Executed.");
        robot.push(KeyCode.CONTROL, KeyCode.K).write("resume fsmond", 0).push(KeyCode.ENTER);
        await(() -> isRunning(view("fsmond")));
    }

    /// By way of the rail, because two quick clicks on a row would open its page.
    private void choose(String id) throws Exception {
        robot.clickOn("#rail-fleet");
        await(() -> robot.lookup(id).tryQuery().isPresent());
        robot.clickOn(id);
    }

    private Stream<String> statusWords() {
        return names(".status-line .label").stream();
    }

    private static void signal(String name, long pid) throws Exception {
        var kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start();
        assertThat(kill.waitFor()).isZero();
    }

    private String said(String query) {
        return robot.lookup(query).tryQueryAs(Label.class).map(Label::getText).orElse("");
    }

    private List<String> names(String query) {
        return robot.lookup(query).queryAllAs(Label.class).stream().map(Label::getText).toList();
    }

    private void press(String button) throws TimeoutException {
        await(
                () ->
                        robot.lookup("#" + button)
                                .tryQueryAs(Button.class)
                                .filter(each -> !each.isDisabled())
                                .isPresent());
        robot.clickOn("#" + button);
    }

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, condition);
    }

    private static long fleet(Predicate<CollectorView> condition) {
        return backend.fleet().snapshot().collectors().stream().filter(condition).count();
    }

    private static CollectorView view(String id) {
        return backend.fleet().snapshot().collectors().stream()
                .filter(each -> each.id().text().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isRunning(CollectorView view) {
        return view.state() == ProcessState.RUNNING && view.liveness() == Liveness.LIVE;
    }

    private static long pid(CollectorView view) {
        return view.info().pid().orElse(0);
    }
}
