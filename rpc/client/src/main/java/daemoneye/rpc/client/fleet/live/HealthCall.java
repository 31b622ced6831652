package daemoneye.rpc.client.fleet.live;

import daemoneye.rpc.client.call.CallOutcome;
import daemoneye.rpc.client.call.RpcCaller;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.message.RpcStatus;
import daemoneye.rpc.protocol.payload.HealthCheckData;
import daemoneye.rpc.protocol.time.Ticker;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

/// Asks one collector for its health, and says what the outcome means.
final class HealthCall {
    /// Failures on our side of the broker.
    private static final Set<ErrorCode> SAY_NOTHING =
            EnumSet.of(
                    ErrorCode.NOT_CONNECTED,
                    ErrorCode.LINK_LOST,
                    ErrorCode.CANCELLED,
                    ErrorCode.REQUEST_REFUSED,
                    ErrorCode.PERMISSION_DENIED);

    private static final Set<ErrorCode> NO_ANSWER =
            EnumSet.of(
                    ErrorCode.NO_RESPONDER,
                    ErrorCode.RESPONDER_LOST,
                    ErrorCode.DEADLINE_EXCEEDED,
                    ErrorCode.COLLECTOR_NOT_RUNNING);

    private final RpcCaller caller;
    private final String clientId;
    private final Ticker ticker;
    private final OwnLink link;
    private final FleetLoop loop;

    HealthCall(RpcCaller caller, String clientId, Ticker ticker, OwnLink link, FleetLoop loop) {
        this.caller = caller;
        this.clientId = clientId;
        this.ticker = ticker;
        this.link = link;
        this.loop = loop;
    }

    /// What came of it.
    sealed interface Result {
        /// @param at by the collector's clock
        record Healthy(HealthCheckData data, Instant at) implements Result {}

        /// Somebody answered, but not with its health.
        record Refused(String why) implements Result {}

        /// The collector did not answer.
        ///
        /// @param viaBroker whether the broker or an agent told us so, which proves that we are
        /// well
        record Silent(String why, boolean viaBroker) implements Result {}

        /// It says nothing about the collector: the trouble was on our side.
        record OurFault() implements Result {}
    }

    /// Asks; `then` runs on the loop.
    void ask(CollectorId id, Duration timeout, Consumer<Result> then) {
        int epoch = link.epoch();
        var request = RpcRequest.healthCheck(clientId, id, timeout, ticker.now());
        loop.whenDone(
                caller.call(request), outcome -> then.accept(heard(resultIn(epoch, outcome, id))));
    }

    private Result heard(Result result) {
        boolean somethingCame =
                switch (result) {
                    case Result.Healthy healthy -> true;
                    case Result.Refused refused -> true;
                    case Result.Silent silent -> silent.viaBroker();
                    case Result.OurFault fault -> false;
                };
        if (somethingCame) {
            link.heard(ticker.nanos());
        }
        return result;
    }

    private Result resultIn(int epoch, CallOutcome outcome, CollectorId id) {
        return epoch == link.epoch() ? result(outcome, id) : new Result.OurFault();
    }

    private static Result result(CallOutcome outcome, CollectorId id) {
        return switch (outcome) {
            case CallOutcome.Done done -> {
                var response = done.response();
                var payload = response.payload();
                yield payload.isPresent()
                                && payload.get() instanceof HealthCheckData data
                                && data.collectorId().equals(id)
                        ? new Result.Healthy(data, response.timestamp())
                        : new Result.Refused("the answer was not about its health");
            }
            case CallOutcome.Failed failed -> failure(failed.status(), failed.error());
        };
    }

    private static Result failure(RpcStatus status, RpcError error) {
        var code = error.known();
        if (code.filter(SAY_NOTHING::contains).isPresent()) {
            return new Result.OurFault();
        }
        if (code.filter(NO_ANSWER::contains).isPresent()) {
            return new Result.Silent(error.message(), status != RpcStatus.TIMEOUT);
        }
        return new Result.Refused(error.message());
    }
}
