package daemoneye.app.demo.play;

import daemoneye.app.demo.scene.Eyes;
import daemoneye.app.demo.scene.Hand;
import daemoneye.app.demo.scene.Judge;
import daemoneye.app.demo.tour.Deed;
import daemoneye.app.demo.tour.Target;
import daemoneye.app.demo.world.World;
import daemoneye.rpc.protocol.time.Ticker;

import javafx.geometry.Point2D;
import javafx.scene.Scene;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// Does what a tour does: goes there with the pointer, waits until it can be pressed, presses. On
/// the thread that plays.
final class Performer {
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final String CHOOSE_ALL = "Shortcut+A";

    private final Eyes eyes;
    private final Hand hand;
    private final Judge judge;
    private final World world;
    private final Stagecraft stage;
    private final Control control;
    private final Pace pace;
    private final Ticker ticker;
    private final Executor fxThread;

    Performer(
            Scene scene,
            Hand hand,
            World world,
            Stagecraft stage,
            Control control,
            Pace pace,
            Ticker ticker,
            Executor fxThread) {
        this.eyes = new Eyes(scene);
        this.hand = hand;
        this.judge = new Judge(eyes);
        this.world = world;
        this.stage = stage;
        this.control = control;
        this.pace = pace;
        this.ticker = ticker;
        this.fxThread = fxThread;
    }

    <T> T onFx(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, fxThread).join();
    }

    void onFx(Runnable work) {
        CompletableFuture.runAsync(work, fxThread).join();
    }

    Judge judge() {
        return judge;
    }

    /// Goes there and draws a ring around it.
    void point(Target target, Duration limit)
            throws StepFailed, Control.Stopped, InterruptedException {
        until(limit, () -> inTheWayOfSeeing(target));
        ring(target);
        goTo(target);
    }

    private Optional<String> inTheWayOfSeeing(Target target) {
        var node = eyes.find(target);
        node.ifPresent(eyes::reveal);
        return node.flatMap(eyes::bounds).isPresent()
                ? Optional.empty()
                : Optional.of(judge.hindrance(target).orElse("there is no " + target + " in view"));
    }

    private void ring(Target target) {
        onFx(() -> stage.ring(eyes.find(target).flatMap(eyes::bounds)));
    }

    /// Rings it once more if it is still there: for looking back.
    void ringIfThere(Optional<Target> target) {
        onFx(() -> stage.ring(target.flatMap(eyes::find).flatMap(eyes::bounds)));
    }

    private Point2D goTo(Target target) throws Control.Stopped, InterruptedException {
        var travel = pace.travel();
        var place =
                onFx(
                        () -> {
                            var there = eyes.find(target).flatMap(eyes::place);
                            there.ifPresent(point -> stage.pointer(point, travel));
                            return there;
                        });
        if (!travel.isZero()) {
            control.rest(travel);
        }
        return place.orElse(Point2D.ZERO);
    }

    void act(Deed deed, Duration limit) throws StepFailed, Control.Stopped, InterruptedException {
        switch (deed) {
            case Deed.InWorld outside -> {
                var trouble = world.does(outside);
                if (trouble.isPresent()) {
                    throw new StepFailed(trouble.get());
                }
            }
            case Deed.Click(var target, var times) -> click(target, times, limit);
            case Deed.Hold(var target, var time) -> hold(target, time, limit);
            case Deed.Type(var text, var into) -> type(text, into, limit);
            case Deed.Keys(var keys) -> onFx(() -> hand.keys(keys));
        }
    }

    private void click(Target target, int times, Duration limit)
            throws StepFailed, Control.Stopped, InterruptedException {
        reach(target, limit);
        for (int click = 1; click <= times; click++) {
            press(target, click, limit);
            if (!pace.perKey().isZero()) {
                control.moment(pace.perKey());
            }
            release(click);
        }
    }

    private Point2D pressedAt = Point2D.ZERO;

    private void reach(Target target, Duration limit)
            throws StepFailed, Control.Stopped, InterruptedException {
        until(limit, () -> judge.hindrance(target));
        onFx(() -> stage.ring(Optional.empty()));
        goTo(target);
    }

    // What moved while the pointer was on its way must not be missed, nor something else be hit.
    private void press(Target target, int click, Duration limit)
            throws StepFailed, Control.Stopped, InterruptedException {
        until(
                limit,
                () -> {
                    var hindrance = judge.hindrance(target);
                    if (hindrance.isEmpty()) {
                        pressedAt = eyes.find(target).flatMap(eyes::place).orElse(Point2D.ZERO);
                        stage.pointer(pressedAt, Duration.ZERO);
                        stage.pressed(true);
                        hand.press(pressedAt, click);
                    }
                    return hindrance;
                });
    }

    private void release(int click) {
        onFx(
                () -> {
                    hand.release(pressedAt, click);
                    stage.pressed(false);
                });
    }

    private void hold(Target target, Duration time, Duration limit)
            throws StepFailed, Control.Stopped, InterruptedException {
        reach(target, limit);
        press(target, 1, limit);
        control.moment(time);
        release(1);
    }

    private void type(String text, Optional<Target> into, Duration limit)
            throws StepFailed, Control.Stopped, InterruptedException {
        if (into.isPresent()) {
            click(into.get(), 1, limit);
            onFx(() -> hand.keys(CHOOSE_ALL));
        }
        for (var each : text.codePoints().mapToObj(Character::toString).toList()) {
            onFx(() -> hand.type(each));
            if (!pace.perKey().isZero()) {
                control.rest(pace.perKey());
            }
        }
    }

    /// Looks again and again until nothing is in the way. The time that a tour is paused does not
    /// count.
    void until(Duration limit, Supplier<Optional<String>> look)
            throws StepFailed, Control.Stopped, InterruptedException {
        long spent = 0;
        while (true) {
            long since = ticker.nanos();
            var there = onFx(look);
            if (there.isEmpty()) {
                return;
            }
            if (spent > limit.toNanos()) {
                throw new StepFailed(there.get());
            }
            control.moment(LOOK);
            spent += ticker.nanos() - since;
            control.gate();
        }
    }
}
