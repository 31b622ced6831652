package daemoneye.app.config.talk;

import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.payload.RpcPayload;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What became of an UpdateConfig, key by key.
///
/// @param applied names that hold now, or would
/// @param skipped names whose value held before
/// @param waiting names that hold after a restart only
/// @param returned whether the agent went back to the values before, by itself
/// @param why it went back; may be empty
/// @param running whether the collector runs; a stopped one uses them when it is started
/// @param trouble what failed without being taken back; may be empty
public record UpdateResult(
        List<String> applied,
        List<String> skipped,
        List<String> waiting,
        Map<String, String> refused,
        long version,
        long previous,
        boolean returned,
        String why,
        boolean restarted,
        boolean running,
        String trouble) {
    public UpdateResult {
        applied = List.copyOf(applied);
        skipped = List.copyOf(skipped);
        waiting = List.copyOf(waiting);
        refused = Map.copyOf(refused);
    }

    /// Whether nothing of it holds before the next restart.
    public boolean holdsLater() {
        return applied.isEmpty() && !waiting.isEmpty() && !restarted;
    }

    /// Reads an answer; one without values says nothing.
    public static UpdateResult of(Optional<RpcPayload> payload) {
        var answer =
                new Fields(
                        payload.orElse(null) instanceof GenericPayload(var values)
                                ? values
                                : Map.of());
        return new UpdateResult(
                answer.names("applied_changes"),
                answer.names("skipped_changes"),
                answer.names("restart_changes"),
                answer.texts("refused_changes"),
                answer.number("version"),
                answer.number("previous_version"),
                answer.flag("rolled_back"),
                answer.text("rollback_reason"),
                answer.flag("restarted"),
                !answer.values().containsKey("collector_running")
                        || answer.flag("collector_running"),
                answer.text("apply_error"));
    }
}
