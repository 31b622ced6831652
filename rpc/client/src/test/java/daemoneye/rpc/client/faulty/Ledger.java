package daemoneye.rpc.client.faulty;

import daemoneye.rpc.protocol.id.RequestId;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What was really executed. Safe from any thread.
final class Ledger {
    private final Map<RequestId, Integer> executions = new ConcurrentHashMap<>();

    /// @return how often it has been executed now
    int execute(RequestId id) {
        return executions.merge(id, 1, Integer::sum);
    }

    int executed(RequestId id) {
        return executions.getOrDefault(id, 0);
    }

    long executedTwice() {
        return executions.values().stream().filter(times -> times > 1).count();
    }
}
