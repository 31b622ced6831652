package daemoneye.app.demo.play;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.app.demo.scene.Hand;
import daemoneye.app.demo.script.Parsed;
import daemoneye.app.demo.script.ScriptParser;
import daemoneye.app.demo.tour.Deed;
import daemoneye.app.demo.tour.Walkthrough;
import daemoneye.app.fx.FxThread;
import daemoneye.app.sample.SampleFleet;
import daemoneye.app.sample.SampleWindow;
import daemoneye.rpc.protocol.time.SystemTicker;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Tours on a window whose fleet and answers the test makes.
@Timeout(60)
class DirectorTest {
    private static final Pace ONE_LOOK =
            new Pace(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, 1);
    private static final Pace SLOW =
            new Pace(
                    Duration.ofMinutes(5),
                    Duration.ZERO,
                    Duration.ZERO,
                    Duration.ZERO,
                    Duration.ZERO,
                    1);

    private final SampleWindow window = new SampleWindow();
    private final SystemTicker ticker = new SystemTicker("tour");
    private final Control control = new Control(ticker, 1);
    private final List<Deed.InWorld> done = new ArrayList<>();
    private final BlockingQueue<String> captions = new LinkedBlockingQueue<>();
    private Optional<String> trouble = Optional.empty();

    @BeforeEach
    void open() throws Exception {
        window.open();
        window.show(
                SampleFleet.connected(
                        true,
                        List.of(
                                SampleFleet.healthy(
                                        "procmond", "process-monitor", "web-01", "process"),
                                SampleFleet.healthy(
                                        "netmond", "network-monitor", "web-01", "network"))));
    }

    @AfterEach
    void close() throws Exception {
        control.stop();
        ticker.close();
        window.close();
    }

    @Test
    void whatIsClickedAndTypedReachesTheWindow() throws Exception {
        var outcome =
                play(
                        """
                        do type "net" in %header.searchName
                        expect row procmond is gone
                        expect row netmond is healthy
                        do click row netmond
                        do keys Ctrl+K
                        do type "pause netmond"
                        do keys Enter
                        """);

        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        window.interact(() -> {});
        assertThat(window.asked()).contains("Pause netmond");
    }

    @Test
    void aButtonThatHasToBeHeldIsNotPressedByAClick() throws Exception {
        var outcome =
                play(
                        """
                        do double-click row netmond
                        do click #act-GracefulShutdown
                        do choose #how-emergency
                        do type "because" in #ask-reason
                        do type "netmond" in #ask-phrase
                        """);
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        window.advance(Duration.ofSeconds(1));
        assertThat(play("expect #ask-confirm is enabled\ndo click #ask-confirm"))
                .isInstanceOf(Outcome.Done.class);

        assertThat(window.asked()).doesNotContain("ForceShutdown netmond");
    }

    @Test
    void aFailingExpectationSaysWhatWasThereInstead() throws Exception {
        assertThat(play("expect row netmond is failed within 100ms"))
                .isEqualTo(
                        new Outcome.Failed(
                                4,
                                "expected row netmond to say Failed within 0 s, but row netmond"
                                        + " says Healthy"));
        assertThat(failure("expect #rail-fleet shows \"Flotte\" within 100ms"))
                .contains("but #rail-fleet shows \"Fleet\"");
        assertThat(failure("expect row netmond is gone within 100ms"))
                .contains("row netmond is shown");
        assertThat(failure("expect link down within 100ms")).contains("the link is connected");
        assertThat(failure("expect dialog is shown within 100ms")).contains("no dialog");
        assertThat(failure("expect beat missing netmond within 100ms")).contains("netmond");
        assertThat(failure("expect #no-such is shown within 100ms")).contains("#rail-fleet");
    }

    @Test
    void whatIsCoveredOrDeadCannotBePressed() throws Exception {
        assertThat(failure("limit 100ms", "do double-click row netmond\ndo click #act-Start"))
                .contains("#act-Start is dead");
        assertThat(failure("limit 100ms", "do click #act-Stop\ndo click #rail-fleet"))
                .contains("#rail-fleet is covered by");
    }

    @Test
    void theWorldIsToldAndItsTroubleEndsTheTour() throws Exception {
        assertThat(play("do kill netmond\ndo cut link")).isInstanceOf(Outcome.Done.class);
        assertThat(done).containsExactly(new Deed.Kill("netmond"), new Deed.CutLink());

        trouble = Optional.of("it is gone already");
        assertThat(play("do kill netmond")).isEqualTo(new Outcome.Failed(4, "it is gone already"));
    }

    @Test
    void nextBackAndStopAreObeyed() throws Exception {
        var playing = begin("say \"one\"\nsay \"two\"\nsay \"three\"", SLOW);

        assertThat(caption()).isEqualTo("one");
        control.next();
        assertThat(caption()).isEqualTo("two");
        control.back();
        assertThat(caption()).isEqualTo("one (back)");
        control.next();
        assertThat(caption()).isEqualTo("two");
        control.next();
        assertThat(caption()).isEqualTo("three");
        control.stop();
        assertThat(playing.get(10, TimeUnit.SECONDS)).isInstanceOf(Outcome.Stopped.class);
    }

    @Test
    void whileItIsPausedNothingIsDone() throws Exception {
        control.pause();
        var playing = begin("do kill netmond\nsay \"one\"", ONE_LOOK);
        window.interact(() -> {});

        assertThat(done).isEmpty();
        control.goOn();
        assertThat(playing.get(10, TimeUnit.SECONDS)).isInstanceOf(Outcome.Done.class);
        assertThat(done).hasSize(1);
    }

    private String caption() throws InterruptedException {
        return String.valueOf(captions.poll(10, TimeUnit.SECONDS));
    }

    private String failure(String steps) throws Exception {
        return failure("", steps);
    }

    private String failure(String head, String steps) throws Exception {
        var outcome = begin(head, steps, ONE_LOOK).get(30, TimeUnit.SECONDS);
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        return ((Outcome.Failed) outcome).sentence();
    }

    private Outcome play(String steps) throws Exception {
        return begin(steps, ONE_LOOK).get(30, TimeUnit.SECONDS);
    }

    private CompletableFuture<Outcome> begin(String steps, Pace pace) {
        return begin("", steps, pace);
    }

    private CompletableFuture<Outcome> begin(String head, String steps, Pace pace) {
        var parsed =
                ScriptParser.parse("t", "t", "title \"T\" \n" + head + "\nchapter \"C\"\n" + steps);
        assertThat(parsed).isInstanceOf(Parsed.Tour.class);
        Walkthrough tour = ((Parsed.Tour) parsed).walkthrough();
        var scene = window.window().scene();
        var director =
                new Director(
                        tour,
                        scene,
                        new Hand(scene),
                        deed -> {
                            done.add(deed);
                            return trouble;
                        },
                        new Listening(),
                        control,
                        pace,
                        Locale.ENGLISH,
                        ticker,
                        FxThread::run);
        var outcome = new CompletableFuture<Outcome>();
        Thread.startVirtualThread(
                () -> {
                    try {
                        outcome.complete(director.play());
                    } catch (InterruptedException | RuntimeException e) {
                        outcome.completeExceptionally(e);
                    }
                });
        return outcome;
    }

    private final class Listening implements Stagecraft {
        @Override
        public void chapter(int number, int of, String title) {}

        @Override
        public void caption(String sentence, boolean lookingBack) {
            captions.add(lookingBack ? sentence + " (back)" : sentence);
        }

        @Override
        public void waitsFor(String what) {}

        @Override
        public void ring(Optional<Bounds> place) {}

        @Override
        public void pointer(Point2D place, Duration travel) {}

        @Override
        public void pressed(boolean down) {}

        @Override
        public void picture(String name) {}
    }
}
