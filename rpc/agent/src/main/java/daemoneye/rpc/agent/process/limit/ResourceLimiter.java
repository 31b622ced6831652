package daemoneye.rpc.agent.process.limit;

import daemoneye.rpc.protocol.payload.ResourceLimits;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Applies what a collector may use at most, as far as the system lets us:
///
/// ```
/// max_memory_bytes   size of the heap, and memory.max of a cgroup if we may make one
/// max_cpu_percent    cpu.max of a cgroup if we may make one
/// max_open_files     RLIMIT_NOFILE by prlimit
/// ```
public final class ResourceLimiter {
    /// The least that a collector starts with: 16 MiB of heap and 44 MiB beside it, and some.
    static final long LEAST_MEMORY = 64L << 20;

    /// Measured: 32 are too few for the files of a Java process, 64 are enough without connections.
    static final long LEAST_FILES = 128;

    /// A start takes half a second of a processor: with less it takes longer than a minute.
    static final double LEAST_CPU = 1;

    /// Of cpu.max, microseconds: the usual one.
    private static final long PERIOD = 100_000;

    /// The least quota that the system takes, microseconds.
    private static final long LEAST_QUOTA = 1_000;

    private static final String MEMORY = "max_memory_bytes: ";
    private static final String CPU = "max_cpu_percent: ";
    private static final String INSTEAD = "; set it for the agent's service";

    private final OpenFileLimit files;
    private final Cgroups groups;

    ResourceLimiter(OpenFileLimit files, Cgroups groups) {
        this.files = files;
        this.groups = groups;
    }

    /// With what this system offers.
    public static ResourceLimiter ofThisSystem(String agentId) {
        return new ResourceLimiter(OpenFileLimit.ofThisSystem(), Cgroups.ofThisSystem(agentId));
    }

    /// A limit with which no collector could start.
    ///
    /// @param limit e.g. `max_open_files`
    /// @param sentence for people
    public record Fault(String limit, String sentence) {}

    /// What is wrong with limits, if anything.
    public static Optional<Fault> fault(ResourceLimits limits) {
        if (limits.maxMemoryBytes().orElse(LEAST_MEMORY) < LEAST_MEMORY) {
            return fault("max_memory_bytes", "%d (64 MiB)".formatted(LEAST_MEMORY));
        }
        if (limits.maxOpenFiles().orElse(LEAST_FILES) < LEAST_FILES) {
            return fault("max_open_files", Long.toString(LEAST_FILES));
        }
        return limits.maxCpuPercent().orElse(LEAST_CPU) < LEAST_CPU
                ? fault("max_cpu_percent", "1")
                : Optional.empty();
    }

    private static Optional<Fault> fault(String limit, String least) {
        return Optional.of(
                new Fault(limit, "%s: a collector needs at least %s".formatted(limit, least)));
    }

    /// The command that starts `command` within its limits.
    public List<String> around(List<String> command, Optional<ResourceLimits> limits) {
        var most = limits.map(ResourceLimits::maxOpenFiles);
        return most.isPresent() && most.get().isPresent()
                ? files.around(command, most.get().getAsLong())
                : command;
    }

    /// Confines a process that was just started so.
    ///
    /// @param name of this life, e.g. `procmond-17`
    /// @param heapMib the heap it was given for its limits
    public Confinement confine(
            long pid, String name, Optional<ResourceLimits> asked, long heapMib) {
        if (asked.isEmpty()) {
            return Confinement.NONE;
        }
        var limits = asked.get();
        var heap = heap(limits, heapMib);
        var controllers = new ArrayList<String>();
        limits.maxMemoryBytes().ifPresent(most -> controllers.add("memory"));
        limits.maxCpuPercent().ifPresent(most -> controllers.add("cpu"));
        if (controllers.isEmpty()) {
            return new Confinement(Optional.empty(), () -> heap.and(rest(pid, limits)));
        }
        try {
            var group = groups.confine(name, pid, controllers);
            var set = heap.and(memory(limits, group)).and(cpu(limits, group));
            return new Confinement(Optional.of(group), () -> set.and(rest(pid, limits)));
        } catch (IOException e) {
            var missing = heap.and(withoutGroup(limits, String.valueOf(e.getMessage())));
            return new Confinement(Optional.empty(), () -> missing.and(rest(pid, limits)));
        }
    }

    // The process has to become the command first: said when somebody asks.
    private LimitReport rest(long pid, ResourceLimits limits) {
        return limits.maxOpenFiles().isPresent()
                ? files.report(pid, limits.maxOpenFiles().getAsLong())
                : LimitReport.NONE;
    }

    private static LimitReport memory(ResourceLimits limits, Cgroup group) {
        if (limits.maxMemoryBytes().isEmpty()) {
            return LimitReport.NONE;
        }
        long bytes = limits.maxMemoryBytes().getAsLong();
        return set(group, "memory", MEMORY, "memory.max", Long.toString(bytes));
    }

    private static LimitReport cpu(ResourceLimits limits, Cgroup group) {
        if (limits.maxCpuPercent().isEmpty()) {
            return LimitReport.NONE;
        }
        long quota =
                Math.max(LEAST_QUOTA, (long) (limits.maxCpuPercent().getAsDouble() * PERIOD / 100));
        return set(group, "cpu", CPU, "cpu.max", quota + " " + PERIOD);
    }

    private static LimitReport set(
            Cgroup group, String controller, String limit, String knob, String value) {
        if (!group.controllers().contains(controller)) {
            return LimitReport.notApplied(
                    limit + "the controller " + controller + " may not be used here" + INSTEAD);
        }
        try {
            group.set(knob, value);
            return LimitReport.applied(
                    "%s%s, as %s of the cgroup %s".formatted(limit, value, knob, group.folder()));
        } catch (IOException _) {
            return LimitReport.notApplied(
                    "%s%s of the cgroup %s could not be set%s"
                            .formatted(limit, knob, group.folder(), INSTEAD));
        }
    }

    private static LimitReport withoutGroup(ResourceLimits limits, String why) {
        var report = LimitReport.NONE;
        if (limits.maxMemoryBytes().isPresent()) {
            report = LimitReport.notApplied(MEMORY + "not beyond the heap, " + why + INSTEAD);
        }
        if (limits.maxCpuPercent().isPresent()) {
            report = report.and(LimitReport.notApplied(CPU + why + INSTEAD));
        }
        return report;
    }

    private static LimitReport heap(ResourceLimits limits, long mib) {
        return limits.maxMemoryBytes().isPresent()
                ? LimitReport.applied(MEMORY + "heap of %d MiB, as -Xmx%dm".formatted(mib, mib))
                : LimitReport.NONE;
    }
}
