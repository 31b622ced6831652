package daemoneye.app.controls;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/// The headless toolkit for tests of controls.
final class Fx {
    private static final CompletableFuture<Void> STARTED = new CompletableFuture<>();
    private static boolean asked;

    private Fx() {}

    /// Runs `work` on the FX thread and hands back what it returns, within ten seconds.
    static <T> T call(Callable<T> work) {
        start();
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        return await(task);
    }

    /// Runs `work` on the FX thread and waits for it.
    static void run(Runnable work) {
        call(
                () -> {
                    work.run();
                    return Boolean.TRUE;
                });
    }

    /// Opens a window of the theme around `root`. FX thread.
    static Stage window(Parent root, Theme theme, double width, double height) {
        Scene scene = new Scene(root, width, height);
        theme.applyTo(scene);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        root.requestFocus();
        root.applyCss();
        root.layout();
        return stage;
    }

    /// Waits until `count` frames have passed.
    static void pulses(int count) {
        CompletableFuture<Void> passed = new CompletableFuture<>();
        run(
                () ->
                        new AnimationTimer() {
                            private int left = count;

                            @Override
                            public void handle(long now) {
                                if (left-- == 0) {
                                    stop();
                                    passed.complete(null);
                                }
                            }
                        }.start());
        await(passed);
    }

    /// Asks once a frame until `condition` holds; whether it did within 600 frames.
    static boolean await(BooleanSupplier condition) {
        for (int frame = 0; frame < 600; frame++) {
            if (call(condition::getAsBoolean)) {
                return true;
            }
            pulses(1);
        }
        return false;
    }

    private static synchronized void start() {
        if (!asked) {
            asked = true;
            System.setProperty("glass.platform", "Headless");
            System.setProperty("prism.order", "sw");
            // The software pipeline draws a stray column beside cached rounded regions.
            System.setProperty("prism.disableRegionCaching", "true");
            try {
                Platform.startup(() -> STARTED.complete(null));
            } catch (IllegalStateException alreadyStarted) {
                STARTED.complete(null);
            }
            Platform.setImplicitExit(false);
        }
        await(STARTED);
    }

    static <T> T await(Future<T> answer) {
        try {
            return answer.get(10, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (TimeoutException | InterruptedException e) {
            throw new AssertionError("the FX thread did not answer", e);
        }
    }
}
