package daemoneye.rpc.agent.registry;

import daemoneye.rpc.protocol.time.Ticker;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes down which processes live, so that an agent that comes back can find them again: pid,
/// incarnation, and when the process began by the system's account, so that another process with
/// the same number is not mistaken for it. Confined to one thread.
///
/// ```json
/// [{"collector_id": "procmond", "collector_type": "process-monitor", "pid": 4711,
///   "incarnation": 17…, "started": "BOOT/TICKS", "ours": true, "outlives_agents": true,
///   "environment": {}, "limits": {"max_open_files": 256}}]
/// ```
public final class ProcessFile {
    private static final Logger LOG = LoggerFactory.getLogger(ProcessFile.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// A thousand collectors with some environment need a third of this.
    private static final long MAX_BYTES = 8 << 20;

    private final Path file;
    private final Ticker ticker;
    private Optional<List<LeftBehind>> written = Optional.empty();
    private List<LeftBehind> unsettled = List.of();

    public ProcessFile(Path file, Ticker ticker) {
        this.file = file;
        this.ticker = ticker;
    }

    /// What the agent before left; kept in the file until [#settled()]. A file that cannot be
    /// understood is kept aside as
    /// `….corrupt-TIME` and people are told; its processes are then found by [ProcessSearch] only.
    ///
    /// @throws IOException with a sentence for people, if the file cannot be read at all
    public List<LeftBehind> read() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new IllegalArgumentException("it is too large");
            }
            unsettled = entries(JSON.readTree(Files.readAllBytes(file)));
            return unsettled;
        } catch (JacksonException e) {
            return putAside(e.getOriginalMessage());
        } catch (IllegalArgumentException e) {
            return putAside(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new IOException("cannot read %s: check its rights".formatted(file), e);
        }
    }

    /// All that was left is taken over or known to be gone. Until then we may end at any moment,
    /// and the next agent must find the rest.
    public void settled() {
        unsettled = List.of();
    }

    /// Writes the file if it would differ from the last one. A failure is logged: collectors run
    /// on, they only will not be found again.
    public void write(List<LeftBehind> running) {
        var now = withUnsettled(running);
        if (written.filter(now::equals).isPresent()) {
            return;
        }
        try {
            var entries = now.stream().map(ProcessEntry::of).toList();
            RuntimeFolder.replace(file, JSON.writeValueAsBytes(entries));
            written = Optional.of(now);
        } catch (IOException e) {
            LOG.warn("The list of running collectors was not saved: {}.", e.getMessage());
        }
    }

    private List<LeftBehind> withUnsettled(List<LeftBehind> running) {
        var all = new ArrayList<>(running);
        unsettled.stream()
                .filter(left -> running.stream().noneMatch(each -> each.id().equals(left.id())))
                .forEach(all::add);
        return List.copyOf(all);
    }

    private static List<LeftBehind> entries(JsonNode tree) {
        if (!tree.isArray()) {
            throw new IllegalArgumentException("it holds no list");
        }
        var entries = new ArrayList<LeftBehind>();
        tree.values().forEach(each -> entries.add(ProcessEntry.read(each)));
        return List.copyOf(entries);
    }

    private List<LeftBehind> putAside(String why) throws IOException {
        var aside =
                file.resolveSibling(file.getFileName() + ".corrupt-" + ticker.now().toEpochMilli());
        Files.move(file, aside);
        LOG.warn(
                "{} could not be understood ({}). It is kept as {}; collectors that an agent before"
                        + " left running are looked for in the list of processes.",
                file,
                why,
                aside.getFileName());
        return List.of();
    }
}
