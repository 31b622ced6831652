package daemoneye.app.controls;

import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The headless toolkit for tests of controls.
final class Fx {
    private static final CompletableFuture<Void> STARTED = new CompletableFuture<>();
    private static boolean asked;

    private Fx() {}

    /// Runs `work` on the FX thread and hands back what it returns, within ten seconds.
    static <T> T call(Callable<T> work) {
        start();
        CompletableFuture<T> answer = new CompletableFuture<>();
        Platform.runLater(
                () -> {
                    try {
                        answer.complete(work.call());
                    } catch (Exception | AssertionError e) {
                        answer.completeExceptionally(e);
                    }
                });
        return await(answer);
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
        root.applyCss();
        root.layout();
        return stage;
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

    static <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.get(10, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (TimeoutException | InterruptedException e) {
            throw new AssertionError("the FX thread did not answer", e);
        }
    }
}
