package daemoneye.app.launch;

import daemoneye.app.backend.Backend;
import daemoneye.app.fx.FxThread;
import daemoneye.app.fx.PngFile;
import daemoneye.app.launch.window.ConsoleWindow;
import daemoneye.app.profile.ProfilesViewModel;
import daemoneye.app.settings.AppearanceViewModel;

import javafx.scene.image.WritableImage;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// Takes pictures of the console as it stands. Each is a window of its own that no stage shows, so
/// that it can have any size. Not for the FX thread.
final class Photographer {
    /// Until the newest snapshot and the histories have reached the window.
    private static final Duration SETTLE = Duration.ofMillis(400);

    private final Backend backend;
    private final ProfilesViewModel profiles;

    Photographer(Backend backend, ProfilesViewModel profiles) {
        this.backend = backend;
        this.profiles = profiles;
    }

    /// Takes one picture and writes it; blocks for about half a second.
    ///
    /// @throws IOException if the file cannot be written
    void take(PictureOrder order) throws IOException {
        var picture =
                CompletableFuture.supplyAsync(() -> arrange(order), FxThread::run)
                        .thenCompose(this::settle)
                        .thenApplyAsync(Photographer::develop, FxThread::run);
        try {
            PngFile.write(picture.join(), order.file());
        } catch (CompletionException e) {
            throw new IOException("The window could not be rendered.", e);
        } catch (IOException e) {
            throw new IOException(
                    "The picture cannot be written to %s (%s): choose another place with"
                                    .formatted(order.file(), e.getClass().getSimpleName())
                            + " --screenshot or --out.",
                    e);
        }
    }

    private ConsoleWindow arrange(PictureOrder order) {
        var window =
                new ConsoleWindow(
                        backend,
                        profiles,
                        order.size().width(),
                        order.size().height(),
                        AppearanceViewModel.fixed(order.theme()));
        window.select(order.select());
        window.open(order.page());
        return window;
    }

    private CompletableFuture<ConsoleWindow> settle(ConsoleWindow window) {
        var settled = new CompletableFuture<ConsoleWindow>();
        var _ = backend.ticker().after(SETTLE, () -> settled.complete(window));
        return settled;
    }

    private static WritableImage develop(ConsoleWindow window) {
        try {
            // The first layout makes panes that there is room for; they are styled by the second.
            window.scene().snapshot(null);
            return window.scene().snapshot(null);
        } finally {
            window.close();
        }
    }
}
