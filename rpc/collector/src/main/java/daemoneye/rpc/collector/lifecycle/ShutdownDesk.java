package daemoneye.rpc.collector.lifecycle;

import daemoneye.rpc.client.serve.Answer;
import daemoneye.rpc.client.serve.RequestHandler;
import daemoneye.rpc.client.serve.ServedRequest;
import daemoneye.rpc.collector.cleanup.Cleanup;
import daemoneye.rpc.collector.cleanup.TaskOutcome;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.payload.ShutdownRequest;
import daemoneye.rpc.protocol.payload.ShutdownType;
import daemoneye.rpc.protocol.time.Ticker;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/// Answers GracefulShutdown: runs the cleanup, reports each task, answers, and then leaves.
final class ShutdownDesk implements RequestHandler {
    /// Lets the answer go out before the link closes.
    private static final Duration LAST_WORDS = Duration.ofMillis(50);

    /// Kept from the caller's time for the answer itself.
    private static final Duration MARGIN = Duration.ofSeconds(1);

    private final Ending ending;
    private final Fences fences;
    private final Ticker ticker;

    ShutdownDesk(Ending ending, Fences fences, Ticker ticker) {
        this.ending = ending;
        this.fences = fences;
        this.ticker = ticker;
    }

    @Override
    public Answer handle(ServedRequest call) throws InterruptedException {
        if (!(call.request().payload() instanceof ShutdownRequest wanted)) {
            return Answer.failed(Fences.wrongPayload("GracefulShutdown", "a shutdown request"));
        }
        var refusal = refusal(wanted);
        return refusal.isPresent() ? Answer.failed(refusal.get()) : shutDown(call, wanted);
    }

    private Optional<RpcError> refusal(ShutdownRequest wanted) {
        return fences.refusal(wanted.collectorId(), wanted.onlyIncarnation())
                .or(
                        () ->
                                wanted.shutdownType() == ShutdownType.UNKNOWN
                                        ? Optional.of(unknownType())
                                        : Optional.empty());
    }

    private static RpcError unknownType() {
        return RpcError.notExecuted(
                ErrorCode.INVALID_PAYLOAD,
                "shutdown_type is unknown here: use graceful, immediate or emergency");
    }

    private Answer shutDown(ServedRequest call, ShutdownRequest wanted)
            throws InterruptedException {
        if (!call.commit()) {
            return Answer.withdrawn();
        }
        var reason = wanted.reason().orElse("graceful shutdown");
        var budget = budget(call, wanted);
        try {
            var outcomes =
                    ending.cleanUp(budget, reason, call::progress)
                            .get(call.remaining().toNanos(), TimeUnit.NANOSECONDS);
            return Answer.done(answer(outcomes));
        } catch (TimeoutException | ExecutionException e) {
            return Answer.failed(
                    RpcError.unknown(
                            ErrorCode.DEADLINE_EXCEEDED,
                            "the cleanup has not ended in time; it goes on, then the collector"
                                    + " ends"));
        } finally {
            ticker.after(LAST_WORDS, () -> ending.leave(reason));
        }
    }

    private static Duration budget(ServedRequest call, ShutdownRequest wanted) {
        if (wanted.shutdownType() != ShutdownType.GRACEFUL) {
            return Duration.ZERO;
        }
        var allowed = Duration.ofMillis(wanted.gracefulTimeoutMs());
        var possible = call.remaining().minus(MARGIN);
        var budget = allowed.compareTo(possible) < 0 ? allowed : possible;
        return budget.isNegative() ? Duration.ZERO : budget;
    }

    private static Map<String, ConfigValue> table(
            List<TaskOutcome> outcomes, Function<TaskOutcome, ConfigValue> value) {
        var entries = new LinkedHashMap<String, ConfigValue>();
        outcomes.forEach(each -> entries.put(each.task(), value.apply(each)));
        return entries;
    }

    private GenericPayload answer(List<TaskOutcome> outcomes) {
        var values = new LinkedHashMap<String, ConfigValue>();
        values.put("shutdown_initiated", ConfigValue.of(true));
        values.put("cleanup_tasks", ConfigValue.texts(Cleanup.TASKS));
        values.put("estimated_shutdown_time_ms", ConfigValue.of(ending.estimate().toMillis()));
        values.put(
                "cleanup_outcomes",
                new ConfigValue.Table(table(outcomes, each -> ConfigValue.of(each.outcome()))));
        values.put(
                "cleanup_durations_ms",
                new ConfigValue.Table(
                        table(outcomes, each -> ConfigValue.of(each.took().toMillis()))));
        return new GenericPayload(values);
    }
}
