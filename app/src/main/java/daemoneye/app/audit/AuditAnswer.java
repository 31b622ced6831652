package daemoneye.app.audit;

import daemoneye.app.audit.entry.AuditRow;
import daemoneye.app.text.SafeText;
import daemoneye.rpc.client.call.CallOutcome;
import daemoneye.rpc.protocol.error.ErrorCategory;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeSet;

/// What all agents said to one question about their logs.
///
/// @param agents that answered
/// @param next where older entries begin that were not told, microseconds since 1970: everything
///     from there on was told
/// @param unreadable lines of their files that are no entries, by agent
/// @param errors of those that did not answer
record AuditAnswer(
        List<AuditRow> rows,
        List<String> agents,
        OptionalLong next,
        Map<String, Long> unreadable,
        List<RpcError> errors) {
    private static final int MOST_CHARS = 128;

    AuditAnswer {
        rows = List.copyOf(rows);
        agents = List.copyOf(agents);
        unreadable = Map.copyOf(unreadable);
        errors = List.copyOf(errors);
    }

    static AuditAnswer of(List<CallOutcome> outcomes) {
        var rows = new ArrayList<AuditRow>();
        var agents = new TreeSet<String>();
        var unreadable = new LinkedHashMap<String, Long>();
        var errors = new ArrayList<RpcError>();
        var next = OptionalLong.empty();
        for (var outcome : outcomes) {
            switch (outcome) {
                case CallOutcome.Failed failed -> errors.add(failed.error());
                case CallOutcome.Done done -> {
                    var values = values(done);
                    var agent = agent(values, done);
                    agents.add(agent);
                    rows(values).forEach(fields -> rows.add(AuditRow.of(agent, fields)));
                    next = later(next, values);
                    whole(values, "unreadable").ifPresent(n -> unreadable.put(agent, n));
                }
            }
        }
        return new AuditAnswer(rows, List.copyOf(agents), next, unreadable, errors);
    }

    private static Map<String, ConfigValue> values(CallOutcome.Done done) {
        return done.response().payload().orElse(null) instanceof GenericPayload(var values)
                ? values
                : Map.of();
    }

    private static String agent(Map<String, ConfigValue> values, CallOutcome.Done done) {
        var said = values.get("agent_id");
        var name = said == null ? done.response().serviceId() : said.toString();
        return SafeText.of(name, MOST_CHARS);
    }

    private static List<Map<String, ConfigValue>> rows(Map<String, ConfigValue> values) {
        var rows = new ArrayList<Map<String, ConfigValue>>();
        if (values.get("entries") instanceof ConfigValue.Items(var items)) {
            for (var item : items) {
                if (item instanceof ConfigValue.Table(var fields)) {
                    rows.add(fields);
                }
            }
        }
        return rows;
    }

    // Of several agents the one that told least decides what is complete.
    private static OptionalLong later(OptionalLong next, Map<String, ConfigValue> values) {
        var mine = whole(values, "next_before");
        if (mine.isEmpty() || next.isEmpty()) {
            return mine.isEmpty() ? next : mine;
        }
        return OptionalLong.of(Math.max(next.getAsLong(), mine.getAsLong()));
    }

    private static OptionalLong whole(Map<String, ConfigValue> values, String name) {
        return values.get(name) instanceof ConfigValue.Whole(var number)
                ? OptionalLong.of(number)
                : OptionalLong.empty();
    }

    /// Whether somebody is too old for a field of the question.
    boolean needsPlainQuestion() {
        return errors.stream().anyMatch(AuditAnswer::isAboutAField);
    }

    private static boolean isAboutAField(RpcError error) {
        var field = String.valueOf(error.context().get("field"));
        return error.code().equals(ErrorCode.INVALID_PAYLOAD.name())
                && (field.endsWith("changes_only") || field.endsWith("headers"));
    }

    boolean isForbidden() {
        return agents.isEmpty()
                && errors.stream().anyMatch(each -> each.category() == ErrorCategory.PERMISSION);
    }

    /// Whether nobody was there to be asked.
    boolean isSilence() {
        return agents.isEmpty() && errors.isEmpty();
    }
}
