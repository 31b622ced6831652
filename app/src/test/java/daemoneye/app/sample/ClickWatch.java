package daemoneye.app.sample;

import daemoneye.app.fx.FxThread;
import daemoneye.rpc.protocol.time.SystemTicker;

import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Presses and waits. A reaction counts from the press until the frame that shows it has been
/// painted, which is when the next frame begins: so every figure is up to one frame too long.
public final class ClickWatch {
    private static final Duration BETWEEN = Duration.ofMillis(120);
    private static final long PATIENCE_SECONDS = 20;

    private final Scene scene;
    private final SystemTicker ticker;
    private final Robot robot = new Robot();
    private final WindowWork work = new WindowWork();
    private final Map<String, List<Long>> taken = new LinkedHashMap<>();
    private final Map<String, List<Long>> worked = new LinkedHashMap<>();

    /// FX thread.
    public ClickWatch(Scene scene, SystemTicker ticker) {
        this.scene = scene;
        this.ticker = ticker;
    }

    /// Presses the button of the mouse in the middle of a node.
    public void click(String what, Supplier<Node> target, BooleanSupplier reaction)
            throws Exception {
        onFx(() -> point(target.get()));
        ticker.pause(BETWEEN);
        measure(what, reaction, () -> robot.mouseClick(MouseButton.PRIMARY));
    }

    /// Presses keys together.
    public void key(String what, BooleanSupplier reaction, KeyCode... keys) throws Exception {
        ticker.pause(BETWEEN);
        measure(
                what,
                reaction,
                () -> {
                    List.of(keys).forEach(robot::keyPress);
                    List.of(keys).reversed().forEach(robot::keyRelease);
                });
    }

    private void point(Node node) {
        var bounds = node.localToScreen(node.getBoundsInLocal());
        // A row can be wider than what is seen of it.
        double right =
                Math.min(bounds.getMaxX(), scene.getWindow().getX() + scene.getWidth() * 0.4);
        double x = right > bounds.getMinX() ? (bounds.getMinX() + right) / 2 : bounds.getCenterX();
        robot.mouseMove(x, bounds.getCenterY());
    }

    private void measure(String what, BooleanSupplier reaction, Runnable press) throws Exception {
        var painted = new CompletableFuture<Long>();
        long began = ticker.nanos();
        long spent = work.nanos();
        FxThread.run(
                () -> {
                    watch(reaction, painted);
                    press.run();
                });
        try {
            long nanos = painted.get(PATIENCE_SECONDS, TimeUnit.SECONDS) - began;
            taken.computeIfAbsent(what, _ -> new ArrayList<>()).add(nanos);
            worked.computeIfAbsent(what, _ -> new ArrayList<>()).add(work.nanos() - spent);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException("no reaction: " + what, e);
        }
    }

    private void watch(BooleanSupplier reaction, CompletableFuture<Long> painted) {
        var shown = new boolean[1];
        var afterLayout =
                new Runnable() {
                    @Override
                    public void run() {
                        shown[0] |= reaction.getAsBoolean();
                    }
                };
        scene.addPostLayoutPulseListener(afterLayout);
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                if (shown[0]) {
                    stop();
                    scene.removePostLayoutPulseListener(afterLayout);
                    painted.complete(ticker.nanos());
                }
            }
        }.start();
    }

    /// Waits for what is not measured.
    public void until(BooleanSupplier condition) throws Exception {
        long since = ticker.nanos();
        while (!onFx(condition::getAsBoolean)) {
            if (ticker.since(since).toSeconds() > PATIENCE_SECONDS) {
                throw new IllegalStateException("waited in vain");
            }
            ticker.pause(Duration.ofMillis(20));
        }
    }

    public void onFx(Runnable task) throws Exception {
        onFx(
                () -> {
                    task.run();
                    return true;
                });
    }

    private <T> T onFx(Callable<T> task) throws Exception {
        var answer = new CompletableFuture<T>();
        FxThread.run(
                () -> {
                    try {
                        answer.complete(task.call());
                    } catch (Exception e) {
                        answer.completeExceptionally(e);
                    }
                });
        return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    public void forget() {
        taken.clear();
        worked.clear();
    }

    /// Prints what was measured: the time that passed, and the processor time of the window in it.
    public void tell() {
        taken.forEach((what, nanos) -> tell(what, nanos, worked.getOrDefault(what, List.of())));
        tell("all", all(taken), all(worked));
    }

    private static List<Long> all(Map<String, List<Long>> by) {
        return by.values().stream().flatMap(List::stream).toList();
    }

    private static void tell(String what, List<Long> waited, List<Long> busy) {
        System.out.printf(
                "  %-20s  %s  work %s%n", what, Quantiles.of(waited), Quantiles.shortly(busy));
    }
}
