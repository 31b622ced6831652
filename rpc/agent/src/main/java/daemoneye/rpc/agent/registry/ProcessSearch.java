package daemoneye.rpc.agent.registry;

import daemoneye.rpc.agent.process.ProcessStat;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.id.Incarnation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds collectors of an agent in the list of processes, where the system shows command lines: for
/// those that no [ProcessFile] tells of, because an agent was killed between the spawn and the
/// write, or because its file was lost. Takes some milliseconds.
public final class ProcessSearch {
    private final String agentId;
    private final String broker;

    /// @param broker the address that its collectors were told
    public ProcessSearch(String agentId, String broker) {
        this.agentId = agentId;
        this.broker = broker;
    }

    /// What is written down, and what was found beside it, the newest life of each collector only.
    public List<LeftBehind> completed(List<LeftBehind> written) {
        var all = new ArrayList<>(written);
        ProcessHandle.allProcesses()
                .flatMap(each -> found(each.pid()).stream())
                .sorted(Comparator.comparing(LeftBehind::incarnation).reversed())
                .filter(each -> all.stream().noneMatch(known -> known.id().equals(each.id())))
                .forEachOrdered(all::add);
        return List.copyOf(all);
    }

    private Optional<LeftBehind> found(long pid) {
        return ProcessStat.commandLine(pid)
                .filter(words -> says(words, "--agent", agentId))
                .filter(words -> says(words, "--connect", broker))
                .flatMap(words -> read(pid, words));
    }

    private static Optional<LeftBehind> read(long pid, List<String> words) {
        try {
            return Optional.of(
                    new LeftBehind(
                            new CollectorId(value(words, "--id")),
                            value(words, "--type"),
                            pid,
                            new Incarnation(Long.parseLong(value(words, "--incarnation"))),
                            ProcessStat.startMark(pid).orElse(""),
                            true,
                            words.contains("--stay"),
                            Map.of(),
                            Optional.empty()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static boolean says(List<String> words, String name, String wanted) {
        return value(words, name).equals(wanted);
    }

    /// The word after `name`; empty if there is none.
    static String value(List<String> words, String name) {
        int at = words.indexOf(name);
        return at < 0 || at + 1 >= words.size() ? "" : words.get(at + 1);
    }
}
