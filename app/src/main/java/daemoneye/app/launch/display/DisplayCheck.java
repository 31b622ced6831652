package daemoneye.app.launch.display;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/// Whether JavaFX will find on Linux what it needs for a window. Asked before it starts, because it
/// answers with a stack trace, and some of its threads never end then.
@SuppressWarnings("restricted") // JavaFX calls the same libraries
public final class DisplayCheck {
    private static final Logger LOG = LoggerFactory.getLogger(DisplayCheck.class);

    private final Predicate<String> loads;
    private final BooleanSupplier opens;

    /// @param loads whether there is a library of this name
    /// @param opens whether the display lets us in
    DisplayCheck(Predicate<String> loads, BooleanSupplier opens) {
        this.loads = loads;
        this.opens = opens;
    }

    /// On this machine.
    public static DisplayCheck here() {
        return new DisplayCheck(DisplayCheck::isThere, DisplayCheck::letsUsIn);
    }

    /// What is missing, as a sentence that says what to do.
    ///
    /// @param display as it is named in the environment
    public Optional<String> fault(String display) {
        if (!loads.test("libgtk-3.so.0")) {
            return Optional.of(
                    "A window needs GTK 3, which is not installed: install libgtk-3-0 (Debian,"
                            + " Ubuntu) or gtk3 (Fedora, SUSE, Arch).");
        }
        if (loads.test("libX11.so.6") && !opens.getAsBoolean()) {
            return Optional.of(
                    "The display %s cannot be opened: set DISPLAY to one that runs and lets you in."
                            .formatted(display.isBlank() ? "of this login" : display));
        }
        return Optional.empty();
    }

    private static boolean isThere(String library) {
        try {
            SymbolLookup.libraryLookup(library, Arena.global());
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean letsUsIn() {
        var linker = Linker.nativeLinker();
        var xlib = SymbolLookup.libraryLookup("libX11.so.6", Arena.global());
        try {
            var open =
                    linker.downcallHandle(
                            xlib.find("XOpenDisplay").orElseThrow(),
                            FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS));
            var close =
                    linker.downcallHandle(
                            xlib.find("XCloseDisplay").orElseThrow(),
                            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
            var display = (MemorySegment) open.invokeExact(MemorySegment.NULL);
            if (display.equals(MemorySegment.NULL)) {
                return false;
            }
            var _ = (int) close.invokeExact(display);
            return true;
        } catch (Throwable e) {
            // What a method handle throws has no narrower type. JavaFX will tell.
            LOG.info("The display could not be tried: {}", e.toString());
            return true;
        }
    }
}
