package daemoneye.rpc.cli.audit;

import daemoneye.rpc.cli.run.CommandFailure;
import daemoneye.rpc.cli.run.Conversation;
import daemoneye.rpc.client.audit.read.AuditFilter;
import daemoneye.rpc.client.call.CallOutcome;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.topic.CollectorTopics;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Asks all agents for entries of their logs.
final class AuditTalk {
    private final Conversation talk;

    AuditTalk(Conversation talk) {
        this.talk = talk;
    }

    /// The newest entries of all agents, oldest first.
    ///
    /// @throws CommandFailure if nobody answers, or one says no
    List<Map<String, ConfigValue>> newest(AuditFilter filter, Duration patience) {
        var request =
                talk.request(
                        CollectorOperation.QUERY_AUDIT,
                        CollectorTopics.LIFECYCLE_BROADCAST,
                        new GenericPayload(filter.values()),
                        patience);
        var answers = talk.askEveryone(request);
        if (answers.isEmpty()) {
            throw new CommandFailure(
                    RpcError.notExecuted(
                            ErrorCode.NO_RESPONDER, "no agent is connected to this broker"));
        }
        var entries = new ArrayList<Map<String, ConfigValue>>();
        for (var answer : answers) {
            switch (answer) {
                case CallOutcome.Done done -> entries.addAll(entries(done));
                case CallOutcome.Failed failed -> throw new CommandFailure(failed.error());
            }
        }
        entries.sort(Comparator.comparing(entry -> text(entry, "time")));
        return entries.subList(Math.max(0, entries.size() - filter.limit()), entries.size());
    }

    // Newest first in the answer; the order within one log is that of its numbers.
    private static List<Map<String, ConfigValue>> entries(CallOutcome.Done done) {
        if (!(done.response().payload().orElse(null) instanceof GenericPayload(var values))
                || !(values.get("entries") instanceof ConfigValue.Items(var items))) {
            return List.of();
        }
        var entries = new ArrayList<Map<String, ConfigValue>>();
        for (var item : items.reversed()) {
            if (item instanceof ConfigValue.Table(var fields)) {
                entries.add(fields);
            }
        }
        return entries;
    }

    private static String text(Map<String, ConfigValue> entry, String name) {
        return String.valueOf(entry.get(name));
    }
}
