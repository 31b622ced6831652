package daemoneye.app.demo.view;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.app.backend.Backend;
import daemoneye.app.controls.Theme;
import daemoneye.app.demo.Tours;
import daemoneye.app.demo.script.Parsed;
import daemoneye.app.demo.script.ScriptParser;
import daemoneye.app.demo.tour.Deed;
import daemoneye.app.demo.tour.Walkthrough;
import daemoneye.app.demo.world.OwnWorld;
import daemoneye.app.demo.world.WorldSource;
import daemoneye.app.launch.WindowSize;
import daemoneye.app.launch.display.Display;
import daemoneye.app.sample.OneRobot;
import daemoneye.app.sample.SampleFleet;
import daemoneye.app.sample.ScriptedCaller;
import daemoneye.app.sample.ScriptedResilience;
import daemoneye.app.settings.AppearanceViewModel;
import daemoneye.rpc.protocol.time.SystemTicker;

import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/// The window for walkthroughs as a person meets it, on worlds that the test makes.
@Timeout(90)
class DemoWindowTest {
    private static final String ONE_SENTENCE =
            "title \"Mine\"\nspeed 0.25\nchapter \"C\"\nsay \"%s\"\ndo cut link"
                    .formatted("Read this slowly. ".repeat(40));

    private final SystemTicker ticker = new SystemTicker("demo");
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> closed = new CopyOnWriteArrayList<>();
    private final List<Deed.InWorld> deeds = new CopyOnWriteArrayList<>();
    private final AtomicReference<DemoWindow> window = new AtomicReference<>();
    private final AtomicReference<Stage> stage = new AtomicReference<>();
    private final FxRobot robot = OneRobot.robot();

    @BeforeEach
    void startTheToolkit() throws Exception {
        Display.doWithout();
        FxToolkit.registerPrimaryStage();
    }

    @AfterEach
    void close() throws Exception {
        FxToolkit.setupFixture(
                () -> {
                    stage.get().hide();
                    var _ = window.get().close();
                });
        workers.close();
        ticker.close();
    }

    private void open(WorldSource source) throws Exception {
        FxToolkit.setupFixture(
                () -> {
                    window.set(
                            new DemoWindow(
                                    source,
                                    Tours.all(),
                                    new WindowSize(1000, 700),
                                    AppearanceViewModel.fixed(Theme.DARK),
                                    ticker,
                                    workers));
                    stage.set(new Stage());
                    stage.get().setScene(window.get().scene());
                    stage.get().show();
                });
    }

    @Test
    void everyTourIsListedAndWhatCannotStartIsSaid() throws Exception {
        open(
                (_, _) -> {
                    throw new IOException("there is no room left in /tmp.");
                });
        robot.interact(() -> window.get().showTours());
        for (var each : Tours.NAMES) {
            assertThat(robot.lookup("#tour-start-" + each).tryQuery()).isPresent();
        }
        robot.clickOn("#tour-start-first-look");
        await(() -> said("#tour-caption").contains("no room left"));

        assertThat(robot.lookup("#tour-list").query().isVisible()).isTrue();
    }

    @Test
    void aPersonWhoPressesSomethingTakesOverAndF8GoesOn() throws Exception {
        open((_, _) -> world("one"));
        play(ONE_SENTENCE);
        await(() -> said("#tour-caption").startsWith("Read this"));
        robot.clickOn("#rail-calls");
        await(() -> said("#tour-waiting").startsWith("You have taken over"));
        assertThat(robot.lookup("#calls-table").tryQuery()).as("the press counts").isPresent();

        robot.push(KeyCode.F8);
        await(() -> said("#tour-waiting").isEmpty());
        robot.push(KeyCode.F10);
        await(() -> deeds.contains(new Deed.CutLink()));
        await(() -> said("#tour-waiting").startsWith("That was all"));
    }

    @Test
    void anotherTourEndsTheWorldBeforeAndStopLeavesTheFleet() throws Exception {
        var names = new ArrayList<>(List.of("one", "two"));
        open((_, _) -> world(names.removeFirst()));
        play(ONE_SENTENCE);
        await(() -> said("#tour-caption").startsWith("Read this"));
        play(ONE_SENTENCE);
        await(() -> closed.contains("one"));
        await(() -> said("#tour-caption").startsWith("Read this"));
        robot.clickOn("#tour-stop");
        await(() -> said("#tour-waiting").startsWith("Stopped"));

        assertThat(closed).containsExactly("one");
        assertThat(deeds).isEmpty();
        robot.interact(() -> window.get().close());
        await(() -> closed.contains("two"));
    }

    @Test
    void theFirstTourTakesTheFleetThatIsThereUnlessAPersonHasTouchedIt() throws Exception {
        var names = new ArrayList<>(List.of("one", "two"));
        open((_, _) -> world(names.removeFirst()));
        robot.interact(() -> window.get().showTours());
        robot.interact(() -> window.get().prepare());
        await(() -> robot.lookup("procmond").tryQuery().isPresent());
        robot.clickOn("#tour-start-first-look");
        await(() -> said("#tour-chapter").startsWith("1 / 3"));
        assertThat(closed).isEmpty();

        robot.clickOn("#tour-stop");
        robot.interact(() -> window.get().showTours());
        robot.clickOn("#tour-start-first-look");
        await(() -> closed.contains("one"));
    }

    @Test
    void aTourThatCannotGoOnSaysWhereAndWhy() throws Exception {
        open((_, _) -> world("one"));
        play("title \"T\"\nlimit 100ms\nchapter \"C\"\nexpect row procmond is failed");
        await(() -> said("#tour-waiting").startsWith("Line 4: expected row procmond"));
    }

    private void play(String text) {
        var parsed = (Parsed.Tour) ScriptParser.parse("t", "t", text);
        Walkthrough tour = parsed.walkthrough();
        robot.interact(() -> window.get().play(tour));
    }

    private OwnWorld world(String name) {
        var fleet = new SampleFleet();
        fleet.show(
                SampleFleet.connected(
                        true,
                        List.of(
                                SampleFleet.healthy(
                                        "procmond", "process-monitor", "web-01", "process"))));
        var backend =
                new Backend(
                        name,
                        "console@test",
                        new ScriptedCaller(),
                        new ScriptedResilience(),
                        fleet,
                        ticker,
                        () -> {});
        return new OwnWorld() {
            @Override
            public Backend backend() {
                return backend;
            }

            @Override
            public Optional<String> does(Deed.InWorld deed) {
                deeds.add(deed);
                return Optional.empty();
            }

            @Override
            public void close() {
                closed.add(name);
            }
        };
    }

    private String said(String query) {
        return robot.lookup(query).tryQueryAs(Labeled.class).map(Labeled::getText).orElse("");
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition);
    }
}
