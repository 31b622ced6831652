package daemoneye.rpc.agent.configuration;

import daemoneye.rpc.agent.configuration.store.ChangeNote;
import daemoneye.rpc.agent.configuration.store.VersionBook;
import daemoneye.rpc.agent.supervise.Refusals;
import daemoneye.rpc.client.schema.SettingsSchema;
import daemoneye.rpc.client.serve.Answer;
import daemoneye.rpc.client.serve.ServedRequest;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.payload.ConfigUpdateRequest;
import daemoneye.rpc.protocol.state.ProcessState;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One UpdateConfig from beginning to end. The new version is on the disk before the collector
/// hears of it, so that neither a crash of the collector nor of the agent loses or halves a change;
/// what fails is taken back by one more version.
///
/// ```
/// judge ──refused, conflict──► error, nothing changed
///   │ validate_only, nothing to change ──► report
///   ▼
/// commit, write version n ──collector does not run──► report
///   ├─ hot: relay ─────────► report, with what waits for a restart
///   └─ restart: stop, start ─► report
///         │ failed
///         ▼
///      write version n+1 with the values before (unless told not to), give those back to it
/// ```
final class ConfigUpdate {
    private final CollectorConfig config;
    private final String agentId;
    private final SteeredCollector collector;
    private final ServedRequest call;
    private final ConfigUpdateRequest wish;
    private boolean written;

    ConfigUpdate(
            CollectorConfig config,
            String agentId,
            SteeredCollector collector,
            ServedRequest call,
            ConfigUpdateRequest wish) {
        this.config = config;
        this.agentId = agentId;
        this.collector = collector;
        this.call = call;
        this.wish = wish;
    }

    Answer run() throws InterruptedException {
        var schema = config.schema();
        if (schema.isEmpty()) {
            return Answer.failed(ConfigRefusals.unknownType(config));
        }
        try {
            var book = config.book();
            var refusal = refusal(book);
            return refusal.isPresent() ? Answer.failed(refusal.get()) : judge(schema.get(), book);
        } catch (IOException e) {
            return Answer.failed(ConfigRefusals.disk(e, written));
        }
    }

    private Optional<RpcError> refusal(VersionBook book) {
        var expected = wish.expectedVersion();
        if (expected.isPresent() && expected.getAsLong() != book.newest().number()) {
            return Optional.of(ConfigRefusals.conflict(expected.getAsLong(), book));
        }
        if (wish.rollbackTo().isEmpty()) {
            return wish.configChanges().isEmpty() && !wish.restartRequired()
                    ? Optional.of(
                            ConfigRefusals.wrong(
                                    "there is nothing to change: give config_changes or"
                                            + " rollback_to",
                                    "config_changes"))
                    : Optional.empty();
        }
        long back = wish.rollbackTo().getAsLong();
        if (!wish.configChanges().isEmpty()) {
            return Optional.of(
                    ConfigRefusals.wrong(
                            "give either config_changes or rollback_to, not both",
                            "config_changes"));
        }
        return book.version(back).isPresent()
                ? Optional.empty()
                : Optional.of(ConfigRefusals.noVersion(back, book, "rollback_to"));
    }

    private Answer judge(SettingsSchema schema, VersionBook book)
            throws IOException, InterruptedException {
        var planner = new ChangePlanner(schema, book);
        var plan =
                wish.rollbackTo().isPresent()
                        ? planner.backTo(book.version(wish.rollbackTo().getAsLong()).orElseThrow())
                        : planner.changes(wish.configChanges());
        if (!plan.faults().isEmpty()) {
            return Answer.failed(ConfigRefusals.faults(where(), plan.faults()));
        }
        var report = report(book, plan);
        if (wish.validateOnly()) {
            return report.applied(plan.atOnce())
                    .waiting(plan.restart())
                    .with("validate_only", ConfigValue.of(true))
                    .answer();
        }
        var info = collector.info();
        boolean restart = wish.restartRequired() && !plan.pending().isEmpty();
        if (plan.changesNothing() && !(restart && info.state().hasProcess())) {
            return report.waiting(List.copyOf(book.pending().keySet())).answer();
        }
        if (info.state() == ProcessState.STARTING || info.state() == ProcessState.STOPPING) {
            return Answer.failed(Refusals.of(ErrorCode.COLLECTOR_BUSY, info));
        }
        if (!call.commit()) {
            return Answer.failed(
                    RpcError.notExecuted(ErrorCode.CANCELLED, "it was cancelled before it began"));
        }
        return change(schema, book, plan, report, restart);
    }

    private Answer change(
            SettingsSchema schema,
            VersionBook book,
            ChangePlan plan,
            UpdateReport report,
            boolean restart)
            throws IOException, InterruptedException {
        boolean runs = collector.info().state().hasProcess();
        var pending = runs ? plan.pending() : Map.<String, ConfigValue>of();
        if (!plan.changesNothing()) {
            report.version(config.write(plan.told(), pending, note()).number())
                    .rollbackAvailable(true);
            written = true;
        }
        report.with("collector_running", ConfigValue.of(runs));
        if (!runs) {
            return report.applied(plan.changed()).answer();
        }
        var rollout = new Rollout(config, agentId, collector, schema, book, plan, report);
        return restart
                ? rollout.restart(wish.rollbackOnFailure())
                : rollout.hot(wish.rollbackOnFailure());
    }

    // Settings of an old version may be none any more.
    private String where() {
        return wish.rollbackTo().isPresent() ? "rollback_to" : "config_changes";
    }

    private UpdateReport report(VersionBook book, ChangePlan plan) {
        return new UpdateReport(config, book.newest().number(), plan.skipped())
                .rollbackAvailable(book.versions().size() > 1);
    }

    private ChangeNote note() {
        var back = wish.rollbackTo();
        var reason = wish.reason().orElse("");
        if (back.isPresent()) {
            var what = "back to version " + back.getAsLong();
            reason = reason.isEmpty() ? what : what + ": " + reason;
        }
        return new ChangeNote(call.sender(), call.request().clientId(), reason);
    }
}
