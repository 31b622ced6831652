package daemoneye.rpc.client.call;

import daemoneye.rpc.client.connection.Connection;
import daemoneye.rpc.client.connection.Connections;
import daemoneye.rpc.protocol.message.CorrelationMetadata;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.message.RpcResponse;
import daemoneye.rpc.protocol.time.Ticker;
import daemoneye.rpc.transport.bus.Exchange;
import daemoneye.rpc.transport.bus.ExchangeEnd;
import daemoneye.rpc.transport.bus.ReplyListener;
import daemoneye.rpc.transport.codec.BodyCodec;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// An [RpcCaller] over a [Connection]: each call is sent once. What may be tried again, and when a
/// collector is left alone, is decided by callers around this one.
///
/// The time of a call is its `timeoutMs`, but never more than its operation may take. Cancelling a
/// future means: stop waiting; the responder is not told.
public final class BusCaller implements RpcCaller {
    /// The link ends a call at its deadline; should it not, because it hangs or a stray reply has
    /// used up the route, the caller ends it this much later (promised: at most 250 ms).
    static final Duration GRACE = Duration.ofMillis(150);

    private final Connection connection;
    private final ReplyReader reader;
    private final Ticker ticker;
    private final UnaryOperator<CorrelationMetadata> cause;

    /// A caller as production has it.
    public static BusCaller on(Connection connection, Ticker ticker) {
        return new BusCaller(connection, Connections.codec(), ticker);
    }

    public BusCaller(Connection connection, BodyCodec codec, Ticker ticker) {
        this(connection, new ReplyReader(codec), ticker, UnaryOperator.identity());
    }

    private BusCaller(
            Connection connection,
            ReplyReader reader,
            Ticker ticker,
            UnaryOperator<CorrelationMetadata> cause) {
        this.connection = connection;
        this.reader = reader;
        this.ticker = ticker;
        this.cause = cause;
    }

    /// The same caller for calls that serve another: they are its children.
    ///
    /// @param served of the request that is being served
    @Override
    public BusCaller within(CorrelationMetadata served) {
        return new BusCaller(connection, reader, ticker, own -> served.child(own.correlationId()));
    }

    /// Replies that belonged to another request or could not be read, so far.
    public long droppedReplies() {
        return reader.dropped();
    }

    @Override
    public CompletableFuture<CallOutcome> call(
            RpcRequest request, Consumer<RpcResponse> onProgress) {
        return attempt(request, time(request), onProgress);
    }

    /// One try of a call of which some time has been used up already: the same request, with the
    /// time that is left.
    public CompletableFuture<CallOutcome> attempt(
            RpcRequest request, Duration remaining, Consumer<RpcResponse> onProgress) {
        var call = new PendingCall(request, reader, onProgress, ticker);
        send(request, remaining, false, call, call.outcome(), call::unsendable);
        return call.outcome();
    }

    @Override
    public CompletableFuture<List<CallOutcome>> callEveryone(RpcRequest request) {
        var survey = new PendingSurvey(request, reader, ticker);
        send(request, time(request), true, survey, survey.outcomes(), survey::unsendable);
        return survey.outcomes();
    }

    private void send(
            RpcRequest request,
            Duration time,
            boolean everyone,
            ReplyListener replies,
            CompletableFuture<?> end,
            Consumer<String> unsendable) {
        Exchange exchange;
        try {
            exchange =
                    connection.request(
                            request.target(),
                            cause.apply(CorrelationMetadata.of(request.requestId().toString())),
                            request,
                            time,
                            everyone,
                            replies);
        } catch (IllegalArgumentException tooLargeOrDeep) {
            unsendable.accept(String.valueOf(tooLargeOrDeep.getMessage()));
            return;
        }
        guard(exchange, time, replies, end);
    }

    private void guard(
            Exchange exchange, Duration time, ReplyListener replies, CompletableFuture<?> end) {
        if (end.isDone()) {
            return;
        }
        var alarm = ticker.after(time.plus(GRACE), () -> replies.onEnd(ExchangeEnd.DEADLINE));
        var _ =
                end.whenComplete(
                        (_, _) -> {
                            alarm.cancel();
                            exchange.abandon();
                        });
    }

    private static Duration time(RpcRequest request) {
        var wanted = Duration.ofMillis(request.timeoutMs());
        var most = request.operation().timeout().most();
        return wanted.compareTo(most) < 0 ? wanted : most;
    }
}
