package daemoneye.rpc.agent.process.limit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// Limits the open files of a child with util-linux' `prlimit`, which becomes the command itself:
/// the process has the same number. What was applied is read back from the system.
final class OpenFileLimit {
    private static final String NAME = "max_open_files: ";
    private static final Path PROC = Path.of("/proc");
    private static final List<Path> PLACES =
            List.of(Path.of("/usr/bin/prlimit"), Path.of("/bin/prlimit"));
    private static final Pattern ROW = Pattern.compile("(?m)^Max open files +(\\S+) +(\\S+)");
    private static final Pattern CAPABILITIES = Pattern.compile("(?m)^CapEff:\\s*([0-9a-f]+)");

    /// CAP_SYS_RESOURCE: may raise hard limits.
    private static final int RAISING = 24;

    private final Optional<Path> prlimit;
    private final OptionalLong hard;
    private final boolean mayRaise;

    /// @param hard the limit of this process, which children start with
    OpenFileLimit(Optional<Path> prlimit, OptionalLong hard, boolean mayRaise) {
        this.prlimit = prlimit;
        this.hard = hard;
        this.mayRaise = mayRaise;
    }

    static OpenFileLimit ofThisSystem() {
        return new OpenFileLimit(
                PLACES.stream().filter(Files::isExecutable).findFirst(),
                hardLimit("self"),
                mayRaiseLimits());
    }

    /// The command that runs `command` with the limit, if it can be applied.
    List<String> around(List<String> command, long files) {
        if (fault(files).isPresent() || prlimit.isEmpty()) {
            return command;
        }
        var wrapped = new ArrayList<String>();
        wrapped.add(prlimit.get().toString());
        wrapped.add("--nofile=%d:%d".formatted(files, files));
        wrapped.addAll(command);
        return List.copyOf(wrapped);
    }

    /// What the system says of a process that was started so.
    LimitReport report(long pid, long files) {
        var fault = fault(files);
        if (fault.isPresent()) {
            return LimitReport.notApplied(NAME + fault.get());
        }
        var found = hardLimit(Long.toString(pid));
        return found.isPresent() && found.getAsLong() == files
                ? LimitReport.applied(NAME + "%d, as RLIMIT_NOFILE".formatted(files))
                : LimitReport.notApplied(
                        NAME
                                + "the process has another limit: look at /proc/%d/limits"
                                        .formatted(pid));
    }

    private Optional<String> fault(long files) {
        if (hard.isEmpty()) {
            return Optional.of("only on Linux: set the limit of the agent's service");
        }
        if (prlimit.isEmpty()) {
            return Optional.of("prlimit is missing: install util-linux");
        }
        if (files > hard.getAsLong() && !mayRaise) {
            return Optional.of(
                    "the agent itself may open %d only: raise the limit of its service"
                            .formatted(hard.getAsLong()));
        }
        return Optional.empty();
    }

    private static OptionalLong hardLimit(String process) {
        return read(PROC.resolve(process).resolve("limits"), ROW, 2)
                .map(word -> word.equals("unlimited") ? Long.MAX_VALUE : Long.parseLong(word))
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    private static boolean mayRaiseLimits() {
        return read(PROC.resolve("self/status"), CAPABILITIES, 1)
                .filter(bits -> (Long.parseUnsignedLong(bits, 16) >> RAISING & 1) == 1)
                .isPresent();
    }

    private static Optional<String> read(Path file, Pattern pattern, int group) {
        try {
            var matcher = pattern.matcher(Files.readString(file, UTF_8));
            return matcher.find() ? Optional.of(matcher.group(group)) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
