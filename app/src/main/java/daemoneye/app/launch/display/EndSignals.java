package daemoneye.app.launch.display;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// The signals by which a system or a terminal tells a program to end. Java would begin all its
/// endings at once, among them JavaFX's, which takes the painter away from a window that is still
/// shown. So the window is closed first, as by a person who has been asked already.
///
/// Who signals twice, or waits [#PATIENCE_SECONDS], gets Java's way.
public final class EndSignals {
    /// More than agent, collectors and broker need.
    static final long PATIENCE_SECONDS = 9;

    private static final Logger LOG = LoggerFactory.getLogger(EndSignals.class);
    private static final List<String> NAMES = List.of("TERM", "INT", "HUP");
    private static final int OF_A_SIGNAL = 128;

    private final AtomicBoolean told = new AtomicBoolean();
    private volatile Optional<Runnable> close = Optional.empty();

    /// Begins to listen. Where there are no such signals nothing happens.
    public void watch() {
        for (var name : NAMES) {
            try {
                watch(name);
            } catch (ReflectiveOperationException e) {
                LOG.debug("SIG{} ends Java at once: {}", name, e.toString());
            }
        }
    }

    /// What closes the window; until there is one, Java ends at once.
    ///
    /// @param action on a thread of its own; must not block
    public void onTold(Runnable action) {
        close = Optional.of(action);
    }

    // By name, because the compiler warns of this class, and nothing can silence it.
    private void watch(String name) throws ReflectiveOperationException {
        var signal = Class.forName("sun.misc.Signal");
        var handler = Class.forName("sun.misc.SignalHandler");
        var ours =
                Proxy.newProxyInstance(
                        handler.getClassLoader(),
                        new Class<?>[] {handler},
                        (self, method, given) ->
                                switch (method.getName()) {
                                    case "hashCode" -> System.identityHashCode(self);
                                    case "equals" -> isTheSame(self, given[0]);
                                    case "toString" -> "SIG" + name;
                                    default -> {
                                        told(number(given[0]));
                                        yield null;
                                    }
                                });
        signal.getMethod("handle", signal, handler)
                .invoke(null, signal.getConstructor(String.class).newInstance(name), ours);
    }

    @SuppressWarnings("ReferenceEquality") // what else could a proxy ask
    private static boolean isTheSame(Object self, Object other) {
        return self == other;
    }

    private static int number(Object signal) throws ReflectiveOperationException {
        return (int) signal.getClass().getMethod("getNumber").invoke(signal);
    }

    /// Never blocks.
    void told(int number) {
        var action = close;
        if (action.isEmpty() || !told.compareAndSet(false, true)) {
            end(number);
            return;
        }
        action.get().run();
        var _ =
                CompletableFuture.runAsync(
                        () -> end(number),
                        CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }

    private static void end(int number) {
        Thread.ofPlatform().name("end").start(() -> System.exit(OF_A_SIGNAL + number));
    }
}
