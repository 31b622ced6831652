package daemoneye.rpc.collector.procmond;

import daemoneye.rpc.collector.executables.ExecutableWatch;
import daemoneye.rpc.collector.gather.Fields;
import daemoneye.rpc.collector.gather.Findings;
import daemoneye.rpc.collector.gather.Gatherer;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// procmond: counts processes, tells of new and ended ones (`process.new`, `process.exited`), and
/// every few seconds who works most (`process.top`). Hashes their executables if told to.
///
/// The first scan is the base line: what ran before is not told as new.
public final class ProcessGatherer implements Gatherer {
    /// The component that says whether processes can be read.
    public static final String COMPONENT = "process_enumeration";

    /// What it reports.
    public static final List<String> COMPONENTS = List.of(COMPONENT, ExecutableWatch.COMPONENT);

    private static final long TOP_EVERY_NANOS = Duration.ofSeconds(5).toNanos();
    private static final double BYTES_PER_MB = 1024.0 * 1024.0;

    private final ProcessSource source;
    private final KnownProcesses known;
    private final Supplier<ProcessOptions> options;
    private final ExecutableWatch executables;
    private long newInAll;
    private long exitedInAll;
    private long lastNanos;
    private long lastTopNanos;
    private boolean baseLine = true;

    /// @param options asked at each scan
    public ProcessGatherer(
            ProcessSource source, Supplier<ProcessOptions> options, ExecutableWatch executables) {
        this.source = source;
        this.known = new KnownProcesses(source);
        this.options = options;
        this.executables = executables;
    }

    @Override
    public List<String> components() {
        return COMPONENTS;
    }

    @Override
    public void scan(Findings out, long nowNanos) {
        out.part(COMPONENT, () -> look(out, nowNanos));
    }

    private String look(Findings out, long nowNanos) throws IOException {
        var told = options.get();
        known.keep(told.commandLineChars());
        var table = source.read();
        double seconds = baseLine ? Double.NaN : (nowNanos - lastNanos) / 1e9;
        var change = known.update(table.processes(), seconds);
        var pids = pids(change.running());
        executables.look(told.hashes(), pids, List.copyOf(pids(change.appeared())));
        tell(out, change);
        executables.tell(out, pids);
        metrics(out, table, change, seconds);
        top(out, change, nowNanos, told.topCount());
        baseLine = false;
        lastNanos = nowNanos;
        if (table.skipped() > 0) {
            out.degraded(
                    COMPONENT,
                    String.format(
                            Locale.ROOT,
                            "Looked at %,d processes only, %,d more are running",
                            table.processes().size(),
                            table.skipped()));
        }
        return String.format(Locale.ROOT, "Enumerating %,d processes", table.processes().size());
    }

    private void tell(Findings out, ProcessChange change) {
        if (baseLine) {
            return;
        }
        change.appeared().forEach(each -> out.event(fields(each).seen("process", "new")));
        change.exited().forEach(each -> out.event(each.fields().seen("process", "exited")));
        newInAll += change.appeared().size();
        exitedInAll += change.exited().size();
    }

    private Fields fields(RunningProcess each) {
        return executables.describe(each.sample().pid(), each.fields());
    }

    private static Set<Long> pids(List<RunningProcess> processes) {
        return processes.stream()
                .map(each -> each.sample().pid())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void metrics(Findings out, ProcessTable table, ProcessChange change, double seconds) {
        int count = table.processes().size();
        int threads = table.processes().stream().mapToInt(ProcessSample::threads).sum();
        out.metric("process_count", count + table.skipped());
        out.metric("thread_count", threads);
        out.metric("processes_per_second", count / seconds);
        out.metric("new_per_second", baseLine ? 0 : change.appeared().size() / seconds);
        out.metric("exited_per_second", baseLine ? 0 : change.exited().size() / seconds);
        out.metric("new_processes", newInAll);
        out.metric("exited_processes", exitedInAll);
    }

    private void top(Findings out, ProcessChange change, long nowNanos, int topCount) {
        var byCpu = TopProcesses.byCpu(change.running(), topCount);
        var byMemory = TopProcesses.byMemory(change.running(), topCount);
        byCpu.stream().findFirst().ifPresent(top -> out.metric("top_cpu_percent", top.cpu()));
        byMemory.stream()
                .findFirst()
                .ifPresent(
                        top ->
                                out.metric(
                                        "top_memory_mb",
                                        top.sample().residentBytes() / BYTES_PER_MB));
        var cpuList = TopProcesses.list(byCpu);
        var memoryList = TopProcesses.list(byMemory);
        out.detail("top_by_cpu", cpuList);
        out.detail("top_by_memory", memoryList);
        if (!baseLine && nowNanos - lastTopNanos >= TOP_EVERY_NANOS) {
            lastTopNanos = nowNanos;
            out.event(
                    new Fields()
                            .with("by_cpu", cpuList)
                            .with("by_memory", memoryList)
                            .seen("process", "top"));
        }
    }
}
