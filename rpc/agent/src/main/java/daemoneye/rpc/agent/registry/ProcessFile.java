package daemoneye.rpc.agent.registry;

import daemoneye.rpc.protocol.id.Incarnation;
import daemoneye.rpc.protocol.state.CollectorInfo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes down which processes live, so that an agent that comes back can find them again: pid,
/// incarnation, and when the process began by the system's account, so that another process with
/// the same number is not mistaken for it. Confined to one thread.
///
/// ```json
/// [{"collector_id": "procmond", "pid": 4711, "incarnation": 17…, "started_at": "2026-…Z"}]
/// ```
public final class ProcessFile {
    private static final Logger LOG = LoggerFactory.getLogger(ProcessFile.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private List<Map<String, Object>> written = List.of();

    public ProcessFile(Path file) {
        this.file = file;
    }

    /// Writes the file if it would differ from the last one. A failure is logged: collectors run
    /// on, they only will not be found again.
    public void write(List<CollectorInfo> collectors) {
        var entries = collectors.stream().filter(each -> each.pid().isPresent()).map(this::entry);
        var now = entries.toList();
        if (now.equals(written)) {
            return;
        }
        try {
            RuntimeFolder.replace(file, JSON.writeValueAsBytes(now));
            written = now;
        } catch (IOException e) {
            LOG.warn("The list of running collectors was not saved: {}.", e.getMessage());
        }
    }

    private Map<String, Object> entry(CollectorInfo info) {
        var entry = new LinkedHashMap<String, Object>();
        long pid = info.pid().orElse(0);
        entry.put("collector_id", info.collectorId().text());
        entry.put("pid", pid);
        entry.put("incarnation", info.incarnation().map(Incarnation::value).orElse(0L));
        startOf(pid).ifPresent(start -> entry.put("started_at", start.toString()));
        return entry;
    }

    private static Optional<Instant> startOf(long pid) {
        return ProcessHandle.of(pid).flatMap(handle -> handle.info().startInstant());
    }
}
