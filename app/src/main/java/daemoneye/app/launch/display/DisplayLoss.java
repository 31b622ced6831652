package daemoneye.app.launch.display;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Notices that the X server has gone. Xlib would end the process on the spot, without a word and
/// without its shutdown hooks; its handler is the only place where something can still be done.
///
/// Everything that talks to the display hangs from then on: what ends the rest must not wait for
/// the FX thread. After [#PATIENCE_SECONDS] the process ends in any case.
@SuppressWarnings("restricted") // JavaFX calls the same library
public final class DisplayLoss {
    /// Enough for agent and collectors to end, which takes 5 s at most.
    static final long PATIENCE_SECONDS = 8;

    private static final Logger LOG = LoggerFactory.getLogger(DisplayLoss.class);

    private final int exitCode;
    private final Runnable tell;
    private Optional<Runnable> end = Optional.empty();
    private volatile boolean lost;

    /// @param exitCode of the process
    /// @param tell says it to the person
    public DisplayLoss(int exitCode, Runnable tell) {
        this.exitCode = exitCode;
        this.tell = tell;
    }

    /// What ends the rest of the console.
    public synchronized void onLoss(Runnable action) {
        end = Optional.of(action);
    }

    /// Whether the display has gone.
    public boolean isLost() {
        return lost;
    }

    /// Begins to watch. After JavaFX has opened the display, whose library sets a handler of its
    /// own; does nothing where there is no Xlib.
    public void watch() {
        try {
            var xlib = SymbolLookup.libraryLookup("libX11.so.6", Arena.global());
            var setter = xlib.find("XSetIOErrorHandler");
            if (setter.isPresent()) {
                install(setter.get());
            }
        } catch (IllegalArgumentException e) {
            LOG.debug("There is no Xlib here: {}", e.getMessage());
        }
    }

    private void install(MemorySegment setter) {
        var linker = Linker.nativeLinker();
        try {
            var handler =
                    MethodHandles.lookup()
                            .bind(
                                    this,
                                    "gone",
                                    MethodType.methodType(int.class, MemorySegment.class));
            var stub =
                    linker.upcallStub(
                            handler,
                            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS),
                            Arena.global());
            var set =
                    linker.downcallHandle(
                            setter,
                            FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS));
            var _ = (MemorySegment) set.invokeExact(stub);
        } catch (Throwable e) {
            // What a method handle throws has no narrower type. Without us it ends as it always
            // did.
            LOG.info("The loss of the display will not be noticed: {}", e.toString());
        }
    }

    /// Called by Xlib, on whichever thread noticed first; must never return.
    @SuppressWarnings("unused") // by its name, through a method handle
    private int gone(MemorySegment display) {
        begin();
        var never = new CompletableFuture<Boolean>();
        var _ = never.completeOnTimeout(true, PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        endNow();
        return 0;
    }

    /// Ends the process at once. Not as Java does: even its halting lets the C library tidy up, and
    /// the graphics libraries would wait there for ever for the thread that found the display gone.
    public void endNow() {
        var linker = Linker.nativeLinker();
        try {
            linker.downcallHandle(
                            linker.defaultLookup().find("_exit").orElseThrow(),
                            FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT))
                    .invokeExact(exitCode);
        } catch (Throwable e) {
            Runtime.getRuntime().halt(exitCode);
        }
    }

    private synchronized void begin() {
        if (!lost) {
            lost = true;
            // Away from here: this thread is in the middle of a call into Xlib.
            Thread.ofPlatform()
                    .name("display-lost")
                    .start(
                            () -> {
                                tell.run();
                                end.ifPresent(Runnable::run);
                            });
        }
    }
}
