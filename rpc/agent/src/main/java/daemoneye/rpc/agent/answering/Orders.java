package daemoneye.rpc.agent.answering;

import daemoneye.rpc.agent.process.launch.ChildEnvironment;
import daemoneye.rpc.agent.process.limit.ResourceLimiter;
import daemoneye.rpc.agent.supervise.start.StartOrder;
import daemoneye.rpc.agent.supervise.stop.StopOrder;
import daemoneye.rpc.client.serve.ServedRequest;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.CollectorLifecycleRequest;
import daemoneye.rpc.protocol.payload.ShutdownRequest;
import daemoneye.rpc.protocol.payload.ShutdownType;
import daemoneye.rpc.protocol.state.CollectorInfo;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// Turns what a request says into orders, and names what is wrong with it.
final class Orders {
    /// Kept back from the time of a call so that its answer arrives in time.
    static final Duration FOR_THE_ANSWER = Duration.ofMillis(500);

    /// Kept back from the graceful step of a restart for the start that follows.
    static final Duration FOR_THE_START = Duration.ofSeconds(10);

    /// For a cleanup that waits for nothing.
    static final Duration IMMEDIATE = Duration.ofSeconds(3);

    private static final Duration LEAST_GRACEFUL = Duration.ofSeconds(1);
    private static final int MAX_REASON = 200;

    private Orders() {}

    /// What is wrong with a lifecycle request, if anything.
    static Optional<RpcError> fault(CollectorLifecycleRequest wish, CollectorInfo info) {
        if (!wish.collectorId().equals(info.collectorId())) {
            return wrong(
                    "collector_id is %s, but the topic is that of %s"
                            .formatted(wish.collectorId(), info.collectorId()),
                    "collector_id");
        }
        if (!wish.collectorType().isEmpty() && !wish.collectorType().equals(info.collectorType())) {
            return wrong(
                    "collector_type: %s is a %s; leave the type out or give this one"
                            .formatted(info.collectorId(), info.collectorType()),
                    "collector_type");
        }
        if (wish.startupTimeoutMs().orElse(1) <= 0) {
            return wrong("startup_timeout_ms must be positive", "startup_timeout_ms");
        }
        return wish.resourceLimits()
                .flatMap(ResourceLimiter::fault)
                .flatMap(fault -> wrong(fault.sentence(), "resource_limits." + fault.limit()))
                .or(
                        () ->
                                wish.environment().entrySet().stream()
                                        .flatMap(each -> variable(each).stream())
                                        .findFirst());
    }

    private static Optional<RpcError> variable(Map.Entry<String, String> each) {
        return ChildEnvironment.fault(each.getKey(), each.getValue())
                .flatMap(sentence -> wrong(sentence, "environment." + each.getKey()));
    }

    /// What is wrong with a shutdown request, if anything.
    ///
    /// @param graceful whether it is to be a graceful one
    static Optional<RpcError> fault(ShutdownRequest wish, CollectorInfo info, boolean graceful) {
        if (!wish.collectorId().equals(info.collectorId())) {
            return wrong(
                    "collector_id is %s, but the topic is that of %s"
                            .formatted(wish.collectorId(), info.collectorId()),
                    "collector_id");
        }
        return switch (wish.shutdownType()) {
            case GRACEFUL, IMMEDIATE -> Optional.empty();
            case EMERGENCY ->
                    graceful
                            ? wrong(
                                    "shutdown_type: emergency is for ForceShutdown, which needs"
                                            + " more rights",
                                    "shutdown_type")
                            : Optional.empty();
            case UNKNOWN -> wrong("shutdown_type is none that this version knows", "shutdown_type");
        };
    }

    /// The request carries something else than its operation needs.
    static RpcError wrongPayload(CollectorOperation operation, String needed) {
        return RpcError.notExecuted(
                        ErrorCode.INVALID_PAYLOAD,
                        "%s needs a payload of type %s".formatted(operation, needed))
                .with("field", ConfigValue.of("payload"));
    }

    /// @param keep take what is left empty from the start before
    static StartOrder start(CollectorLifecycleRequest wish, Duration remaining, boolean keep) {
        var wanted =
                wish.startupTimeoutMs().isPresent()
                        ? Duration.ofMillis(wish.startupTimeoutMs().getAsLong())
                        : StartOrder.TIMEOUT;
        var possible = remaining.minus(FOR_THE_ANSWER);
        return new StartOrder(
                wish.environment(),
                wish.resourceLimits(),
                wanted.compareTo(possible) < 0 ? wanted : possible,
                keep ? Optional.empty() : wish.onlyIncarnation(),
                keep);
    }

    /// @param reserve kept back from the graceful step for what comes after the stop
    static StopOrder stop(CollectorLifecycleRequest wish, ServedRequest call, Duration reserve) {
        var possible = call.remaining().minus(StopOrder.GRACE).minus(reserve);
        var graceful = within(StopOrder.GRACEFUL, possible.minus(FOR_THE_ANSWER));
        return StopOrder.gentle(graceful, reason(wish.reason(), call), wish.onlyIncarnation());
    }

    static StopOrder shutdown(ShutdownRequest wish, ServedRequest call) {
        var wanted =
                wish.gracefulTimeoutMs() > 0
                        ? Duration.ofMillis(wish.gracefulTimeoutMs())
                        : usual(wish.shutdownType());
        var after = wish.forceAfterTimeout() ? StopOrder.GRACE : Duration.ZERO;
        return new StopOrder(
                wish.shutdownType(),
                within(wanted, call.remaining().minus(after).minus(FOR_THE_ANSWER)),
                StopOrder.GRACE,
                wish.forceAfterTimeout(),
                reason(wish, call),
                wish.onlyIncarnation());
    }

    private static Duration usual(ShutdownType type) {
        return type == ShutdownType.IMMEDIATE
                ? IMMEDIATE
                : CollectorOperation.GRACEFUL_SHUTDOWN.timeout().standard();
    }

    /// Why it is shut down, for people.
    static String reason(ShutdownRequest wish, ServedRequest call) {
        return reason(wish.reason(), call);
    }

    private static String reason(Optional<String> wish, ServedRequest call) {
        var by = call.request().operation() + " by " + call.sender();
        return wish.map(text -> text.length() <= MAX_REASON ? text : text.substring(0, MAX_REASON))
                .map(text -> by + ": " + text)
                .orElse(by);
    }

    private static Duration within(Duration wanted, Duration possible) {
        var most = possible.compareTo(LEAST_GRACEFUL) > 0 ? possible : LEAST_GRACEFUL;
        return wanted.compareTo(most) < 0 ? wanted : most;
    }

    private static Optional<RpcError> wrong(String sentence, String field) {
        return Optional.of(
                RpcError.notExecuted(ErrorCode.INVALID_PAYLOAD, sentence)
                        .with("field", ConfigValue.of(field)));
    }
}
