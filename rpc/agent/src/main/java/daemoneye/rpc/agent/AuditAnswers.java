package daemoneye.rpc.agent;

import daemoneye.rpc.agent.registry.CollectorRegistry;
import daemoneye.rpc.client.audit.EntryFields;
import daemoneye.rpc.client.audit.disk.FolderDisk;
import daemoneye.rpc.client.audit.read.AuditFilter;
import daemoneye.rpc.client.audit.read.AuditHit;
import daemoneye.rpc.client.audit.read.AuditPage;
import daemoneye.rpc.client.audit.read.AuditSearch;
import daemoneye.rpc.client.serve.Answer;
import daemoneye.rpc.client.serve.ServedRequest;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Answers QueryAudit: the newest entries of the agent's own log and those of its collectors.
final class AuditAnswers {
    private final AuditSearch search;
    private final CollectorRegistry registry;
    private final String agentId;

    /// @param folder that holds the logs
    AuditAnswers(Path folder, CollectorRegistry registry, String agentId) {
        this.search = new AuditSearch(new FolderDisk(folder));
        this.registry = registry;
        this.agentId = agentId;
    }

    Answer answer(ServedRequest call) {
        var asked =
                call.request().payload() instanceof GenericPayload(var values)
                        ? values
                        : Map.<String, ConfigValue>of();
        try {
            var filter = AuditFilter.of(asked);
            return Answer.done(payload(search.newest(processes(), filter)));
        } catch (IllegalArgumentException e) {
            return refused(ErrorCode.INVALID_PAYLOAD, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return refused(
                    ErrorCode.AUDIT_UNAVAILABLE,
                    "the audit logs of %s cannot be read: %s".formatted(agentId, e.getMessage()));
        }
    }

    private Set<String> processes() {
        var processes = new TreeSet<String>();
        processes.add(agentId);
        registry.all().forEach(each -> processes.add(each.id().text()));
        return processes;
    }

    private GenericPayload payload(AuditPage page) {
        var values = new LinkedHashMap<String, ConfigValue>();
        values.put("agent_id", ConfigValue.of(agentId));
        List<ConfigValue> entries =
                page.hits().stream().<ConfigValue>map(AuditAnswers::table).toList();
        values.put("entries", new ConfigValue.Items(entries));
        page.next().ifPresent(micros -> values.put("next_before", ConfigValue.of(micros)));
        values.put("unreadable", ConfigValue.of(page.unreadable()));
        return new GenericPayload(values);
    }

    private static ConfigValue.Table table(AuditHit hit) {
        var fields = new LinkedHashMap<String, ConfigValue>();
        fields.put("process", ConfigValue.of(hit.process()));
        fields.putAll(EntryFields.of(hit.entry()));
        return new ConfigValue.Table(fields);
    }

    private static Answer refused(ErrorCode code, String sentence) {
        return Answer.failed(RpcError.notExecuted(code, sentence));
    }
}
