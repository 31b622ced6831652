package daemoneye.rpc.cli.daemon;

import daemoneye.rpc.agent.AgentSettings;
import daemoneye.rpc.agent.supervise.CollectorSpec;
import daemoneye.rpc.protocol.id.CollectorId;

import java.util.List;
import java.util.stream.Collectors;

/// Reads which collectors an agent is to run.
final class CollectorList {
    private CollectorList() {}

    /// @param words each the id of a standard collector, or `ID:TYPE`
    /// @throws IllegalArgumentException with a sentence
    static List<CollectorSpec> read(List<String> words) {
        return words.stream().map(String::strip).map(CollectorList::read).toList();
    }

    private static CollectorSpec read(String word) {
        int colon = word.indexOf(':');
        if (colon > 0) {
            var id = new CollectorId(word.substring(0, colon));
            return new CollectorSpec(id, word.substring(colon + 1), true);
        }
        return AgentSettings.STANDARD_COLLECTORS.stream()
                .filter(each -> each.id().text().equals(word))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "--collectors: \"%s\" is none of %s; for another write"
                                                        .formatted(word, standard())
                                                + " ID:TYPE"));
    }

    private static String standard() {
        return AgentSettings.STANDARD_COLLECTORS.stream()
                .map(each -> each.id().text())
                .collect(Collectors.joining(", "));
    }
}
