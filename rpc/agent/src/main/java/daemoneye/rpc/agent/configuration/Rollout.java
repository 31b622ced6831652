package daemoneye.rpc.agent.configuration;

import daemoneye.rpc.agent.configuration.store.ChangeNote;
import daemoneye.rpc.agent.configuration.store.VersionBook;
import daemoneye.rpc.client.schema.SettingsSchema;
import daemoneye.rpc.client.serve.Answer;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Brings a version that is saved already to the running collector, and takes it back if that
/// fails.
final class Rollout {
    private final CollectorConfig config;
    private final String agentId;
    private final SteeredCollector collector;
    private final SettingsSchema schema;
    private final VersionBook before;
    private final ChangePlan plan;
    private final UpdateReport report;

    /// @param before what held before the new version
    Rollout(
            CollectorConfig config,
            String agentId,
            SteeredCollector collector,
            SettingsSchema schema,
            VersionBook before,
            ChangePlan plan,
            UpdateReport report) {
        this.config = config;
        this.agentId = agentId;
        this.collector = collector;
        this.schema = schema;
        this.before = before;
        this.plan = plan;
        this.report = report;
    }

    /// Without a restart: what needs one waits for it.
    ///
    /// @param mayGoBack whether the version is taken back if the collector does not take it
    Answer hot(boolean mayGoBack) throws IOException, InterruptedException {
        // What goes back to how it runs has nothing to change there, but its beats tell the
        // version.
        if (plan.atOnce().isEmpty()) {
            return report.waiting(names(plan.pending())).answer();
        }
        long version = config.book().newest().number();
        var answer = collector.apply(plan.hot(), version);
        var failure = failure(answer);
        if (failure.isEmpty()) {
            return taken(later(answer));
        }
        return mayGoBack
                ? takeBack("version %d could not be applied: %s".formatted(version, failure.get()))
                : keep(failure.get());
    }

    /// With a restart, which makes everything hold.
    ///
    /// @param mayGoBack whether the version is taken back if the collector does not become ready
    Answer restart(boolean mayGoBack) throws IOException, InterruptedException {
        long version = config.book().newest().number();
        collector.step("version %d is saved; restarting for it".formatted(version));
        return switch (collector.restart()) {
            case Answer.Success _ -> {
                var names = new LinkedHashSet<>(plan.changed());
                names.addAll(plan.pending().keySet());
                yield report.applied(List.copyOf(names)).restarted().answer();
            }
            case Answer.Failure(var error) when mayGoBack ->
                    startBefore(
                            "version %d did not become ready: %s"
                                    .formatted(version, error.message()));
            case Answer.Failure(var error) ->
                    Answer.failed(error.with(CollectorConfig.VERSION, ConfigValue.of(version)));
        };
    }

    private Answer taken(Map<String, ConfigValue> later) throws IOException {
        var waiting = new LinkedHashMap<>(plan.pending());
        if (!later.isEmpty()) {
            waiting.putAll(later);
            config.keepWaiting(waiting);
        }
        var applied = plan.atOnce().stream().filter(name -> !later.containsKey(name)).toList();
        return report.applied(applied).waiting(names(waiting)).answer();
    }

    private Answer keep(String failure) throws IOException {
        var waiting = new LinkedHashMap<>(plan.pending());
        waiting.putAll(valuesBefore());
        config.keepWaiting(waiting);
        return report.waiting(names(waiting)).with("apply_error", ConfigValue.of(failure)).answer();
    }

    private Answer takeBack(String why) throws IOException, InterruptedException {
        long back = goBack(before.newest().values(), before.pending(), why);
        // It may have taken some of it; and its beats should tell the version that holds.
        var _ = collector.apply(valuesBefore(), back);
        return report.version(back).rolledBack(why).waiting(names(before.pending())).answer();
    }

    private Answer startBefore(String why) throws IOException, InterruptedException {
        collector.step(why);
        var back = new WayBack(config, agentId, collector, schema, before);
        return switch (back.go(why, true)) {
            case WayBack.End(long version, boolean restarted, var error) when error.isEmpty() -> {
                report.version(version).rolledBack(why);
                yield restarted ? report.restarted().answer() : report.answer();
            }
            case WayBack.End(long version, _, var error) ->
                    Answer.failed(
                            error.get()
                                    .with(CollectorConfig.VERSION, ConfigValue.of(version))
                                    .with("rolled_back", ConfigValue.of(true)));
        };
    }

    private long goBack(Map<String, ConfigValue> told, Map<String, ConfigValue> pending, String why)
            throws IOException {
        var note = ChangeNote.ofAgent(agentId, "went back: " + why);
        return config.write(told, pending, note).number();
    }

    private Map<String, ConfigValue> valuesBefore() {
        var all = schema.complete(before.newest().values());
        var values = new LinkedHashMap<String, ConfigValue>();
        plan.hot().keySet().forEach(name -> values.put(name, all.get(name)));
        return values;
    }

    private static Optional<String> failure(Answer answer) {
        return switch (answer) {
            case Answer.Failure(var error) -> Optional.of(error.message());
            case Answer.Success _ -> refused(answer).or(() -> putBack(answer));
        };
    }

    private static Optional<String> refused(Answer answer) {
        return said(answer, "refused_changes")
                .filter(ConfigValue.Table.class::isInstance)
                .map(each -> ((ConfigValue.Table) each).entries())
                .filter(each -> !each.isEmpty())
                .map(each -> "it refused them: " + each.values().iterator().next());
    }

    private static Optional<String> putBack(Answer answer) {
        return said(answer, "rolled_back")
                .filter(ConfigValue.of(true)::equals)
                .map(
                        each ->
                                said(answer, "rollback_reason")
                                        .map(Object::toString)
                                        .orElse("it put the old values back"));
    }

    // A collector may be of another version than our schema: what it says of itself counts.
    private Map<String, ConfigValue> later(Answer answer) {
        var later = valuesBefore();
        var named =
                said(answer, "restart_changes")
                        .filter(ConfigValue.Items.class::isInstance)
                        .map(each -> ((ConfigValue.Items) each).values())
                        .orElse(List.of());
        later.keySet().removeIf(name -> !named.contains(ConfigValue.of(name)));
        return later;
    }

    private static Optional<ConfigValue> said(Answer answer, String name) {
        return answer instanceof Answer.Success(var payload)
                ? payload.filter(GenericPayload.class::isInstance)
                        .map(each -> ((GenericPayload) each).values().get(name))
                : Optional.empty();
    }

    private static List<String> names(Map<String, ConfigValue> values) {
        return List.copyOf(values.keySet());
    }
}
