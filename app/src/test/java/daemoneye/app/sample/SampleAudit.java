package daemoneye.app.sample;

import daemoneye.rpc.client.audit.EntryFields;
import daemoneye.rpc.client.audit.format.AuditDraft;
import daemoneye.rpc.client.audit.format.AuditEntry;
import daemoneye.rpc.client.audit.format.AuditFacts;
import daemoneye.rpc.client.audit.format.AuditLine;
import daemoneye.rpc.client.audit.format.Digest;
import daemoneye.rpc.client.audit.format.MalformedEntry;
import daemoneye.rpc.client.audit.format.NoteKind;
import daemoneye.rpc.client.audit.read.AuditFilter;
import daemoneye.rpc.client.call.CallOutcome;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.message.RpcResponse;
import daemoneye.rpc.protocol.message.RpcStatus;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The logs of one agent, made by hand, entry by entry, with hashes that chain; answers QueryAudit
/// as an agent does, from what it has.
public final class SampleAudit {
    /// When the first entry is written; each other one a second later.
    public static final Instant BEGIN = Instant.parse("2026-01-01T12:00:00Z");

    private final String agent;
    private final Map<String, AuditLine> newest = new LinkedHashMap<>();
    private final List<Map<String, ConfigValue>> told = new ArrayList<>();
    private int number;
    private boolean old;

    public SampleAudit(String agent) {
        this.agent = agent;
    }

    /// As an agent that does not know what later versions ask.
    public SampleAudit old() {
        old = true;
        return this;
    }

    /// A call that went well: where it began, and its end.
    public SampleAudit done(String actor, String operation, String collector) {
        var call = call(actor, operation, collector, Optional.of("as planned"));
        write(agent, new AuditFacts.Intent(call));
        return write(agent, new AuditFacts.Outcome(call, result("success", "", "")));
    }

    /// A call that did not.
    public SampleAudit failed(String actor, String operation, String collector, String code) {
        var call = call(actor, operation, collector, Optional.empty());
        var facts = new AuditFacts.Outcome(call, result("error", code, "not_executed"));
        return write(agent, facts);
    }

    /// A call that began, and of whose end nothing is known.
    public SampleAudit begun(String actor, String operation, String collector) {
        return write(
                agent, new AuditFacts.Intent(call(actor, operation, collector, Optional.empty())));
    }

    /// A question that changed nothing, in the log of a collector.
    public SampleAudit read(String actor, String collector) {
        var call = call(actor, "HealthCheck", collector, Optional.empty());
        return write(collector, new AuditFacts.Outcome(call, result("success", "", "")));
    }

    /// A remark of a log about itself.
    public SampleAudit note(String process, NoteKind kind) {
        return write(process, new AuditFacts.Note(kind, 1, "told by the log"));
    }

    private AuditFacts.CallFacts call(
            String actor, String operation, String collector, Optional<String> reason) {
        number++;
        return new AuditFacts.CallFacts(
                actor,
                "console@test",
                "rpc." + operation,
                "control.collector." + collector,
                Digest.of(new byte[] {(byte) number}),
                40,
                new UUID(0, number).toString(),
                reason);
    }

    private static AuditFacts.CallResult result(String status, String code, String certainty) {
        return new AuditFacts.CallResult(
                status,
                Optional.of(code).filter(each -> !each.isEmpty()),
                Optional.of(certainty).filter(each -> !each.isEmpty()),
                24_000);
    }

    private SampleAudit write(String process, AuditFacts facts) {
        if (!newest.containsKey(process)) {
            var log = "0123456789abcdef".repeat(2);
            seal(process, new AuditFacts.Header(1, process, log, 1));
        }
        return seal(process, facts);
    }

    private SampleAudit seal(String process, AuditFacts facts) {
        var before = Optional.ofNullable(newest.get(process));
        var line =
                AuditLine.seal(
                        new AuditDraft(BEGIN.plusSeconds(told.size()), facts, true),
                        before.map(AuditLine::sequence).orElse(0L) + 1,
                        before.map(AuditLine::hash).orElse(Digest.NONE));
        newest.put(process, line);
        var fields = new LinkedHashMap<String, ConfigValue>();
        fields.put("process", ConfigValue.of(process));
        fields.putAll(EntryFields.of(entry(line)));
        told.add(fields);
        return this;
    }

    private static AuditEntry entry(AuditLine line) {
        try {
            return line.entry();
        } catch (MalformedEntry e) {
            throw new AssertionError(e);
        }
    }

    /// Somebody changes what an entry says.
    public SampleAudit alter(int entry, String field, String value) {
        told.get(entry).put(field, ConfigValue.of(value));
        return this;
    }

    /// Somebody takes an entry away.
    public SampleAudit remove(int entry) {
        told.remove(entry);
        return this;
    }

    /// What the agent says to a QueryAudit.
    public CallOutcome answer(RpcRequest request) {
        var asked = ((GenericPayload) request.payload()).values();
        if (old && (asked.containsKey("changes_only") || asked.containsKey("headers"))) {
            var error =
                    RpcError.notExecuted(
                            ErrorCode.INVALID_PAYLOAD,
                            "values.changes_only is not known to QueryAudit");
            return new CallOutcome.Failed(
                    RpcStatus.ERROR,
                    error.with("field", ConfigValue.of("values.changes_only")),
                    Duration.ofMillis(1));
        }
        return done(request, page(AuditFilter.of(asked)));
    }

    private Map<String, ConfigValue> page(AuditFilter filter) {
        var entries = new ArrayList<ConfigValue>();
        var values = new LinkedHashMap<String, ConfigValue>();
        for (var fields : told.reversed()) {
            if (entries.size() == filter.limit()) {
                values.put("next_before", ConfigValue.of(micros(fields) + 1));
                break;
            }
            if (wants(filter, fields)) {
                entries.add(new ConfigValue.Table(fields));
            }
        }
        values.put("agent_id", ConfigValue.of(agent));
        values.put("entries", new ConfigValue.Items(entries));
        values.put("unreadable", ConfigValue.of(0));
        return values;
    }

    private static boolean wants(AuditFilter filter, Map<String, ConfigValue> fields) {
        var action = String.valueOf(fields.get("action"));
        boolean read = action.equals("rpc.HealthCheck");
        return filter.before().stream().allMatch(before -> micros(fields) < before)
                && filter.process().stream().allMatch(is(fields, "process")::equals)
                && filter.operation().stream()
                        .allMatch(each -> action.equals("rpc." + each.designName()))
                && (!filter.failuresOnly() || is(fields, "result").equals("error"))
                && (!filter.changesOnly() || !read)
                && (filter.headers() || !is(fields, "phase").equals("header"));
    }

    private static String is(Map<String, ConfigValue> fields, String name) {
        return String.valueOf(fields.get(name));
    }

    private static long micros(Map<String, ConfigValue> fields) {
        return AuditFilter.micros(Instant.parse(is(fields, "time")));
    }

    private static CallOutcome done(RpcRequest request, Map<String, ConfigValue> values) {
        return new CallOutcome.Done(
                new RpcResponse(
                        request.requestId(),
                        "agent",
                        RpcStatus.SUCCESS,
                        Optional.of(new GenericPayload(values)),
                        1,
                        0,
                        BEGIN,
                        Optional.empty()),
                Duration.ofMillis(2));
    }
}
