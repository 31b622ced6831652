package daemoneye.rpc.agent.configuration;

import daemoneye.rpc.agent.configuration.store.ChangeNote;
import daemoneye.rpc.agent.configuration.store.VersionBook;
import daemoneye.rpc.client.schema.SettingsSchema;
import daemoneye.rpc.client.serve.Answer;
import daemoneye.rpc.client.serve.ServedRequest;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.CollectorLifecycleRequest;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.io.IOException;

/// A Start or Restart, and the settings that it brings or that waited for it: those it brings are
/// judged before anything happens and become a version; when the collector does not become ready
/// with them, the settings before hold again, and a Restart starts it with those.
public final class StartChange {
    private final CollectorConfig config;
    private final String agentId;

    public StartChange(CollectorConfig config, String agentId) {
        this.config = config;
        this.agentId = agentId;
    }

    /// The start itself.
    @FunctionalInterface
    public interface Work {
        /// @return a success when it is ready
        Answer run() throws InterruptedException;
    }

    /// @param collector to start it once more, with the settings before
    /// @return what `start` said, with what became of the settings
    public Answer around(
            ServedRequest call,
            CollectorLifecycleRequest wish,
            SteeredCollector collector,
            Work start)
            throws InterruptedException {
        var overrides = wish.configOverrides();
        var schema = config.schema();
        if (schema.isEmpty()) {
            return overrides.isEmpty()
                    ? committed(call, start)
                    : Answer.failed(ConfigRefusals.unknownType(config));
        }
        VersionBook before;
        try {
            before = config.book();
        } catch (IOException e) {
            return Answer.failed(ConfigRefusals.disk(e, false));
        }
        var plan = new ChangePlanner(schema.get(), before).changes(overrides);
        if (!plan.faults().isEmpty()) {
            return Answer.failed(ConfigRefusals.faults("config_overrides", plan.faults()));
        }
        if (plan.changesNothing() && before.pending().isEmpty()) {
            return committed(call, start);
        }
        return changed(call, wish, schema.get(), before, plan, collector, start);
    }

    private Answer changed(
            ServedRequest call,
            CollectorLifecycleRequest wish,
            SettingsSchema schema,
            VersionBook before,
            ChangePlan plan,
            SteeredCollector collector,
            Work start)
            throws InterruptedException {
        if (!call.commit()) {
            return cancelled();
        }
        try {
            if (!plan.changesNothing()) {
                config.write(plan.told(), before.pending(), note(call, wish));
            }
        } catch (IOException e) {
            return Answer.failed(ConfigRefusals.disk(e, false));
        }
        boolean again = call.request().operation() == CollectorOperation.RESTART;
        return switch (start.run()) {
            case Answer.Success success -> success;
            // It could not even be stopped: what it runs with is what it was, and nothing is new.
            case Answer.Failure failure
                    when plan.changesNothing() && collector.info().state().hasProcess() ->
                    failure;
            case Answer.Failure(var error) ->
                    takeBack(
                            new WayBack(config, agentId, collector, schema, before),
                            error,
                            collector,
                            again);
        };
    }

    private Answer takeBack(WayBack back, RpcError error, SteeredCollector collector, boolean again)
            throws InterruptedException {
        try {
            var end = back.go(error.message(), again);
            var known =
                    error.with(CollectorConfig.VERSION, ConfigValue.of(end.version()))
                            .with("rolled_back", ConfigValue.of(true))
                            .with("restarted", ConfigValue.of(end.restarted()))
                            .with("state", ConfigValue.of(collector.info().state().wireName()));
            return Answer.failed(with(known, sentence(end)));
        } catch (IOException e) {
            return Answer.failed(
                    with(
                            error,
                            "; and going back to the settings before failed: " + e.getMessage()));
        }
    }

    private static String sentence(WayBack.End end) {
        var holds = "; settings from before hold again, as version " + end.version();
        return holds
                + end.error()
                        .map(error -> ", but it does not start with those: " + error.message())
                        .orElse(end.restarted() ? ", and it runs with them" : "");
    }

    private static RpcError with(RpcError error, String more) {
        return new RpcError(
                error.code(),
                error.message() + more,
                error.context(),
                error.category(),
                error.certainty());
    }

    private static Answer committed(ServedRequest call, Work start) throws InterruptedException {
        return call.commit() ? start.run() : cancelled();
    }

    private static Answer cancelled() {
        return Answer.failed(
                RpcError.notExecuted(ErrorCode.CANCELLED, "it was cancelled before it began"));
    }

    private static ChangeNote note(ServedRequest call, CollectorLifecycleRequest wish) {
        var what = "config_overrides of a " + call.request().operation().designName();
        return new ChangeNote(
                call.sender(),
                call.request().clientId(),
                wish.reason().map(why -> what + ": " + why).orElse(what));
    }
}
