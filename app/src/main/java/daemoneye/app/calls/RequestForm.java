package daemoneye.app.calls;

import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.payload.CollectorLifecycleRequest;
import daemoneye.rpc.protocol.payload.ConfigUpdateRequest;
import daemoneye.rpc.protocol.payload.ShutdownRequest;
import daemoneye.rpc.protocol.payload.ShutdownType;
import daemoneye.rpc.protocol.time.Ticker;
import daemoneye.rpc.protocol.topic.CollectorTopics;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Writes the request for an action.
final class RequestForm {
    /// From the end of the cleanup's time to the answer: the agent terminates, and kills after 5 s.
    private static final Duration AFTER_THE_TIME = Duration.ofSeconds(10);

    private final String clientId;
    private final Ticker ticker;

    RequestForm(String clientId, Ticker ticker) {
        this.clientId = clientId;
        this.ticker = ticker;
    }

    RpcRequest of(CollectorAction action, CollectorId id, CallTerms terms) {
        var timeout = action.operation().timeout().standard();
        return switch (action) {
            case HEALTH_CHECK -> RpcRequest.healthCheck(clientId, id, timeout, ticker.now());
            case START, STOP, RESTART, PAUSE, RESUME ->
                    RpcRequest.lifecycle(
                            clientId,
                            action.operation(),
                            lifecycle(id, terms),
                            timeout,
                            ticker.now());
            case CONFIGURE -> throw new IllegalArgumentException("without changes: see update");
            case SHUT_DOWN -> shutdown(action, id, terms, terms.time().plus(AFTER_THE_TIME));
            case FORCE_SHUT_DOWN -> shutdown(action, id, terms, timeout);
        };
    }

    /// With a restart it may take as long as such calls ever may.
    RpcRequest update(ConfigUpdateRequest changes) {
        var bounds = CollectorAction.CONFIGURE.operation().timeout();
        return RpcRequest.of(
                clientId,
                CollectorTopics.config(changes.collectorId()),
                CollectorAction.CONFIGURE.operation(),
                changes,
                changes.restartRequired() ? bounds.most() : bounds.standard(),
                ticker.now());
    }

    private static CollectorLifecycleRequest lifecycle(CollectorId id, CallTerms terms) {
        return new CollectorLifecycleRequest(
                id,
                "",
                Map.of(),
                Map.of(),
                Optional.empty(),
                OptionalLong.empty(),
                terms.life(),
                terms.reason());
    }

    private RpcRequest shutdown(
            CollectorAction action, CollectorId id, CallTerms terms, Duration time) {
        boolean forced = action == CollectorAction.FORCE_SHUT_DOWN;
        var payload =
                new ShutdownRequest(
                        id,
                        forced ? ShutdownType.EMERGENCY : type(terms.how()),
                        forced ? 0 : terms.time().toMillis(),
                        forced || terms.force(),
                        terms.reason(),
                        terms.life());
        return RpcRequest.of(
                clientId,
                CollectorTopics.shutdown(id),
                action.operation(),
                payload,
                action.operation().timeout().clamp(time),
                ticker.now());
    }

    private static ShutdownType type(ShutdownHow how) {
        return switch (how) {
            case GRACEFUL -> ShutdownType.GRACEFUL;
            case IMMEDIATE -> ShutdownType.IMMEDIATE;
            case EMERGENCY -> ShutdownType.EMERGENCY;
        };
    }
}
