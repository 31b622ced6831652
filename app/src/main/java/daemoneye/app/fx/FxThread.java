package daemoneye.app.fx;

import javafx.application.Platform;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// The only door to the FX thread (a test guards this).
public final class FxThread {
    private FxThread() {}

    /// Runs `task` on the FX thread, soon; tasks keep their order.
    public static void run(Runnable task) {
        Platform.runLater(task);
    }

    /// A door for a stream of which only the newest value matters: at most one task waits for the
    /// FX thread at any time, however fast values come, so that a flood can never drown it.
    ///
    /// @return offer values here, from any thread
    public static <T> Consumer<T> newestOnly(Consumer<? super T> onFxThread) {
        var newest = new AtomicReference<@Nullable T>();
        return value -> {
            if (newest.getAndSet(value) == null) {
                run(() -> hand(newest.getAndSet(null), onFxThread));
            }
        };
    }

    private static <T> void hand(@Nullable T value, Consumer<? super T> onFxThread) {
        if (value != null) {
            onFxThread.accept(value);
        }
    }
}
