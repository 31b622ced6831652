package daemoneye.app.rollout.run;

import daemoneye.app.sample.ConfigAnswers;
import daemoneye.app.sample.ScriptedCaller;
import daemoneye.rpc.client.call.CallOutcome;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.message.RpcResponse;
import daemoneye.rpc.protocol.message.RpcStatus;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.ConfigUpdateRequest;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.time.Ticker;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Agents that keep versions of settings, and fail as told. They answer when they are asked to, so
/// that a test can look at what is under way.
public final class ScriptedAgents {
    /// What goes wrong with one collector.
    public enum Fault {
        REFUSES_DRY_RUN,
        REFUSES,
        /// It is changed, but the answer is lost.
        LOSES_ANSWER,
        /// It is not changed, and the answer is lost too.
        LOSES_REQUEST,
        /// It is changed and never beats again.
        FALLS_SILENT,
        /// Somebody else changes it between the dry run and the change.
        CHANGED_ELSEWHERE,
        REFUSES_WAY_BACK,
        LOSES_WAY_BACK,
        /// It says that it went back, and did not.
        LIES_ABOUT_WAY_BACK
    }

    private final ScriptedCaller caller;
    private final Ticker ticker;
    private final Map<String, Long> versions = new HashMap<>();
    private final Map<String, Map<Long, Map<String, ConfigValue>>> values = new HashMap<>();
    private final Map<String, Fault> faults = new HashMap<>();
    private int answered;

    public ScriptedAgents(ScriptedCaller caller, Ticker ticker, List<String> collectors) {
        this.caller = caller;
        this.ticker = ticker;
        for (var id : collectors) {
            versions.put(id, 7L);
            values.put(id, new HashMap<>(Map.of(7L, ConfigAnswers.told())));
        }
    }

    public void fault(String collector, Fault fault) {
        faults.put(collector, fault);
    }

    public void mend(String collector) {
        faults.remove(collector);
    }

    boolean has(String collector, Fault fault) {
        return faults.get(collector) == fault;
    }

    public boolean isSilent(String collector) {
        return has(collector, Fault.FALLS_SILENT);
    }

    public long version(String collector) {
        return versions.get(collector);
    }

    /// What it was told at last.
    public Map<String, ConfigValue> told(String collector) {
        return values.get(collector).get(version(collector));
    }

    /// Somebody else makes another version.
    public void change(String collector, String key, ConfigValue value) {
        var told = new LinkedHashMap<>(told(collector));
        told.put(key, value);
        put(collector, told);
    }

    private void put(String collector, Map<String, ConfigValue> told) {
        versions.merge(collector, 1L, Long::sum);
        values.get(collector).put(version(collector), Map.copyOf(told));
    }

    /// Answers everything that is asked, and what is asked because of that.
    public void answer() {
        while (answered < caller.asked().size()) {
            var asked = caller.asked().get(answered++);
            asked.outcome().complete(outcome(asked.request()));
        }
    }

    /// The link breaks: nobody knows what became of what is under way.
    public void loseAll() {
        while (answered < caller.asked().size()) {
            var asked = caller.asked().get(answered++);
            asked.outcome().complete(lost());
        }
    }

    /// Changes that were sent and are not answered yet, in order.
    public List<ConfigUpdateRequest> open() {
        return sent(caller.asked().subList(answered, caller.asked().size()));
    }

    /// All changes that were sent, in order.
    public List<ConfigUpdateRequest> sent() {
        return sent(caller.asked());
    }

    private static List<ConfigUpdateRequest> sent(List<ScriptedCaller.Asked> asked) {
        var all = new ArrayList<ConfigUpdateRequest>();
        for (var each : asked) {
            if (each.request().payload() instanceof ConfigUpdateRequest update
                    && !update.validateOnly()) {
                all.add(update);
            }
        }
        return all;
    }

    private CallOutcome outcome(RpcRequest request) {
        var target = request.target().text();
        var id = target.substring(target.lastIndexOf('.') + 1);
        if (request.operation() == CollectorOperation.QUERY_OUTCOME) {
            return found(request, id);
        }
        return request.payload() instanceof ConfigUpdateRequest update
                ? update(request, id, update)
                : done(request, ConfigAnswers.config(version(id), told(id)));
    }

    private CallOutcome found(RpcRequest request, String id) {
        boolean lost = has(id, Fault.LOSES_REQUEST);
        return done(
                request,
                new GenericPayload(
                        Map.of(
                                "state", ConfigValue.of(lost ? "failed" : "done"),
                                "executed", ConfigValue.of(lost ? "not_executed" : "executed"))));
    }

    private CallOutcome update(RpcRequest request, String id, ConfigUpdateRequest update) {
        if (update.validateOnly()) {
            return has(id, Fault.REFUSES_DRY_RUN) ? refused() : taken(request, id, update);
        }
        if (has(id, Fault.CHANGED_ELSEWHERE)) {
            change(id, "top_count", ConfigValue.of(3));
            mend(id);
        }
        if (update.expectedVersion().orElse(version(id)) != version(id)) {
            return failed(
                    RpcError.notExecuted(ErrorCode.CONFIG_CONFLICT, "Another version holds."));
        }
        return update.rollbackTo().isPresent()
                ? back(request, id, update)
                : there(request, id, update);
    }

    private CallOutcome there(RpcRequest request, String id, ConfigUpdateRequest update) {
        if (has(id, Fault.REFUSES)) {
            return refused();
        }
        if (has(id, Fault.LOSES_REQUEST)) {
            return lost();
        }
        var told = new LinkedHashMap<>(told(id));
        told.putAll(update.configChanges());
        put(id, told);
        return has(id, Fault.LOSES_ANSWER) ? lost() : taken(request, id, update);
    }

    private CallOutcome back(RpcRequest request, String id, ConfigUpdateRequest update) {
        if (has(id, Fault.REFUSES_WAY_BACK)) {
            return refused();
        }
        boolean lies = has(id, Fault.LIES_ABOUT_WAY_BACK);
        put(id, lies ? told(id) : values.get(id).get(update.rollbackTo().orElseThrow()));
        return has(id, Fault.LOSES_WAY_BACK) ? lost() : taken(request, id, update);
    }

    private CallOutcome taken(RpcRequest request, String id, ConfigUpdateRequest update) {
        var keys = List.copyOf(update.configChanges().keySet());
        return done(request, ConfigAnswers.taken(version(id), keys, List.of()));
    }

    private static CallOutcome refused() {
        return failed(
                RpcError.notExecuted(ErrorCode.INVALID_PAYLOAD, "batch_size is too large here."));
    }

    private static CallOutcome lost() {
        return failed(RpcError.unknown(ErrorCode.LINK_LOST, "The link broke."));
    }

    private static CallOutcome failed(RpcError error) {
        return new CallOutcome.Failed(RpcStatus.ERROR, error, Duration.ofMillis(1));
    }

    private CallOutcome done(RpcRequest request, GenericPayload payload) {
        return new CallOutcome.Done(
                new RpcResponse(
                        request.requestId(),
                        "agent",
                        RpcStatus.SUCCESS,
                        Optional.of(payload),
                        1,
                        0,
                        ticker.now(),
                        Optional.empty()),
                Duration.ofMillis(1));
    }
}
