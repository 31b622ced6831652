package daemoneye.rpc.agent.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What the system says of any process, ours or not. On Linux from `/proc`, so that neither a clock
/// that was set nor a long command line can mislead us; elsewhere from Java.
public final class ProcessStat {
    private static final Path PROC = Path.of("/proc");
    private static final Path BOOT = PROC.resolve("sys/kernel/random/boot_id");

    /// Of the words that follow the name in `/proc/PID/stat`: the state, and the start in ticks
    /// since the boot.
    private static final int STATE = 0;

    private static final int START = 19;

    private ProcessStat() {}

    /// When it began, as a mark that no other process with the same number has: ticks since this
    /// very boot on Linux, elsewhere by the clock. Empty if there is no such process.
    public static Optional<String> startMark(long pid) {
        if (Files.isReadable(BOOT)) {
            return words(pid).flatMap(words -> text(BOOT).map(boot -> boot + "/" + words[START]));
        }
        return ProcessHandle.of(pid)
                .flatMap(handle -> handle.info().startInstant())
                .map(Object::toString);
    }

    /// Whether it is dead, and only its parent has not noticed yet.
    static boolean isDefunct(long pid) {
        return words(pid).filter(words -> words[STATE].equals("Z")).isPresent();
    }

    /// Why the system does not let it go, for people; empty if it cannot be told.
    public static Optional<String> whyHeld(long pid) {
        return words(pid)
                .map(words -> words[STATE])
                .flatMap(
                        state ->
                                switch (state) {
                                    case "D" -> Optional.of("it waits for a disk or a network");
                                    case "Z" -> Optional.of("its parent has not noticed its end");
                                    default -> Optional.empty();
                                });
    }

    /// Its command and arguments; empty if the system does not tell.
    public static Optional<List<String>> commandLine(long pid) {
        var file = PROC.resolve(pid + "/cmdline");
        if (Files.isReadable(file)) {
            return text(file).map(all -> Arrays.asList(all.split("\0", -1)));
        }
        return ProcessHandle.of(pid)
                .flatMap(handle -> handle.info().arguments())
                .map(Arrays::asList);
    }

    private static Optional<String[]> words(long pid) {
        // The name may hold blanks and brackets; nothing after it does.
        return text(PROC.resolve(pid + "/stat"))
                .map(all -> all.substring(all.lastIndexOf(')') + 1).strip().split(" ", -1))
                .filter(words -> words.length > START);
    }

    private static Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file, UTF_8).strip()).filter(t -> !t.isEmpty());
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
