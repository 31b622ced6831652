package daemoneye.rpc.client.serve;

import daemoneye.rpc.client.connection.Connection;
import daemoneye.rpc.client.connection.Connections;
import daemoneye.rpc.client.connection.Received;
import daemoneye.rpc.client.serve.check.Questions;
import daemoneye.rpc.client.serve.memory.CallMemory;
import daemoneye.rpc.client.serve.memory.OutcomeDesk;
import daemoneye.rpc.client.serve.memory.PastCall;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.time.Ticker;
import daemoneye.rpc.protocol.topic.TopicPattern;
import daemoneye.rpc.protocol.value.ConfigValue;
import daemoneye.rpc.transport.bus.ReplyRoute;
import daemoneye.rpc.transport.bus.SubscriptionKind;
import daemoneye.rpc.transport.codec.BodyCodec;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;

/// An [RpcService] over a [Connection]. Requests are checked on the loop thread and handled on a
/// thread each.
///
/// A place among the [#MAX_CONCURRENT] of its kind is free again when its handler has returned, not
/// when its caller was told of a timeout: a handler that ignores interrupts keeps its place.
public final class BusService implements RpcService {
    private static final Logger log = LoggerFactory.getLogger(BusService.class);
    private final Connection connection;
    private final BodyCodec codec;
    private final String serviceId;
    private final Ticker ticker;
    private final CallMemory memory;
    private final OutcomeDesk outcomes;
    private final Intake intake;
    private final RequestHandler steering =
            OperationTable.empty()
                    .with(CollectorOperation.QUERY_OUTCOME, this::outcome)
                    .with(CollectorOperation.CANCEL, this::cancel);
    private final Semaphore places = new Semaphore(MAX_CONCURRENT);
    private final Semaphore promptPlaces = new Semaphore(MAX_CONCURRENT);
    private final Semaphore steeringPlaces = new Semaphore(MAX_CONCURRENT);
    private final CopyOnWriteArrayList<Runnable> endings = new CopyOnWriteArrayList<>();

    /// @param serviceId who answers: a collector's or an agent's id
    /// @param threads makes one per request; virtual ones in production
    /// @param records told of every call
    public BusService(
            Connection connection,
            BodyCodec codec,
            String serviceId,
            Ticker ticker,
            ThreadFactory threads,
            CallRecords records) {
        this(connection, codec, serviceId, ticker, threads, records, new CallMemory(ticker, codec));
    }

    BusService(
            Connection connection,
            BodyCodec codec,
            String serviceId,
            Ticker ticker,
            ThreadFactory threads,
            CallRecords records,
            CallMemory memory) {
        this.connection = connection;
        this.codec = codec;
        this.serviceId = serviceId;
        this.ticker = ticker;
        this.memory = memory;
        this.outcomes = new OutcomeDesk(memory, codec, serviceId, ticker);
        this.intake = new Intake(serviceId, ticker, threads, records, memory);
    }

    /// A service on virtual threads with the codec that production uses.
    ///
    /// @param serviceId who answers: a collector's or an agent's id
    public static BusService on(Connection connection, String serviceId, Ticker ticker) {
        return on(connection, Connections.codec(), serviceId, ticker);
    }

    /// A service on virtual threads.
    public static BusService on(
            Connection connection, BodyCodec codec, String serviceId, Ticker ticker) {
        return on(connection, codec, serviceId, ticker, CallRecords.NONE);
    }

    /// A service on virtual threads that keeps records.
    public static BusService on(
            Connection connection,
            BodyCodec codec,
            String serviceId,
            Ticker ticker,
            CallRecords records) {
        var threads = Thread.ofVirtual().name("serve-" + serviceId + "-", 0).factory();
        return new BusService(connection, codec, serviceId, ticker, threads, records);
    }

    /// Remembers a call of an earlier life, so that it is not executed again and QueryOutcome knows
    /// it. To be called before the first [#answer], oldest call first.
    ///
    /// @return false if there is no room, see [CallMemory]
    public boolean remember(PastCall past) {
        var answer = Responses.past(past, serviceId, ticker.now());
        return memory.seed(past, codec.encode(answer));
    }

    /// @throws IllegalArgumentException if `kind` is LISTEN, which nobody can answer
    @Override
    public Runnable answer(TopicPattern pattern, SubscriptionKind kind, RequestHandler handler) {
        if (kind == SubscriptionKind.LISTEN) {
            throw new IllegalArgumentException(
                    "a service answers or stands in, it does not listen");
        }
        var ending = connection.subscribe(pattern, kind, received -> accept(received, handler));
        endings.add(ending);
        return () -> {
            endings.remove(ending);
            ending.run();
        };
    }

    @Override
    public void close() {
        endings.forEach(Runnable::run);
        endings.clear();
        intake.close();
    }

    private void accept(Received received, RequestHandler handler) {
        if (received.body() instanceof RpcRequest request && received.replyRoute().isPresent()) {
            accept(request, received, received.replyRoute().get(), handler);
        } else {
            log.debug(
                    "Ignored a {} to {} that is no request.",
                    received.body().getClass().getSimpleName(),
                    received.envelope().topic());
        }
    }

    private void accept(
            RpcRequest request, Received received, ReplyRoute route, RequestHandler handler) {
        var line = new ReplyLine(request, received, route, serviceId, codec, ticker);
        var call = new ServedCall(request, received, line, serviceId, ticker);
        var operation = request.operation();
        if (operation == CollectorOperation.QUERY_OUTCOME
                || operation == CollectorOperation.CANCEL) {
            intake.take(call, received, steering, steeringPlaces);
        } else {
            var kind = handler.isPrompt(operation) ? promptPlaces : places;
            intake.take(call, received, handler, kind);
        }
    }

    private Answer outcome(ServedRequest call) {
        return Answer.done(outcomes.outcome(Questions.about(call.request()), call.sender()));
    }

    private Answer cancel(ServedRequest call) throws InterruptedException {
        var id = Questions.about(call.request());
        try {
            var refusal = outcomes.cancel(id, call.sender()).get();
            return refusal.isPresent()
                    ? Answer.failed(refusal.get())
                    : Answer.done(
                            new GenericPayload(
                                    Map.of(
                                            "request_id", ConfigValue.of(id.toString()),
                                            "state", ConfigValue.of("cancelled"))));
        } catch (ExecutionException e) {
            throw new IllegalStateException("a cancel ends with a status, never like this", e);
        }
    }
}
