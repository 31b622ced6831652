package daemoneye.rpc.client.serve;

import daemoneye.rpc.client.connection.Connection;
import daemoneye.rpc.client.connection.Connections;
import daemoneye.rpc.client.connection.Received;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.operation.Repeat;
import daemoneye.rpc.protocol.time.Ticker;
import daemoneye.rpc.protocol.topic.TopicPattern;
import daemoneye.rpc.transport.bus.ReplyRoute;
import daemoneye.rpc.transport.bus.SubscriptionKind;
import daemoneye.rpc.transport.codec.BodyCodec;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;

/// An [RpcService] over a [Connection]. Requests are checked on the loop thread and handled on a
/// thread each.
///
/// A place among the [#MAX_CONCURRENT] of its kind is free again when its handler has returned, not
/// when its caller was told of a timeout: a handler that ignores interrupts keeps its place.
public final class BusService implements RpcService {
    /// What a refused caller is told to wait: the time of a few health checks.
    static final Duration RETRY_AFTER = Duration.ofMillis(200);

    private static final Logger log = LoggerFactory.getLogger(BusService.class);
    private final Connection connection;
    private final BodyCodec codec;
    private final String serviceId;
    private final Ticker ticker;
    private final ThreadFactory threads;
    private final CallRecords records;
    private final Semaphore places = new Semaphore(MAX_CONCURRENT);
    private final Semaphore promptPlaces = new Semaphore(MAX_CONCURRENT);
    private final Semaphore waiting = new Semaphore(MAX_WAITING);
    private final Map<ServedCall, Thread> inProgress = new ConcurrentHashMap<>();
    private final CopyOnWriteArrayList<Runnable> endings = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

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
        this.connection = connection;
        this.codec = codec;
        this.serviceId = serviceId;
        this.ticker = ticker;
        this.threads = threads;
        this.records = records;
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
        closed = true;
        endings.forEach(Runnable::run);
        endings.clear();
        inProgress.forEach(ServedCall::cancel);
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
        var kind = handler.isPrompt(request.operation()) ? promptPlaces : places;
        var line = new ReplyLine(request, received, route, serviceId, codec, ticker);
        var forbidden = RoleCheck.refusal(request, received);
        if (request.operation() == CollectorOperation.UNKNOWN) {
            line.finish(Responses.unknownOperation(request, serviceId));
        } else if (forbidden.isPresent()) {
            line.finish(forbidden.get());
        } else if (!received.remaining().isPositive()) {
            line.finish(Responses.tooLate(request));
        } else if (kind.tryAcquire()) {
            start(
                    new ServedCall(request, received, line, serviceId, ticker, records),
                    handler,
                    kind,
                    true);
        } else if (request.operation().repeat() == Repeat.FREELY && waiting.tryAcquire()) {
            start(
                    new ServedCall(request, received, line, serviceId, ticker, records),
                    handler,
                    kind,
                    false);
        } else {
            line.finish(Responses.tooMany(serviceId, MAX_CONCURRENT, RETRY_AFTER));
        }
    }

    private void start(ServedCall call, RequestHandler handler, Semaphore kind, boolean placed) {
        var worker = threads.newThread(() -> work(call, handler, kind, placed));
        inProgress.put(call, worker);
        if (closed) {
            call.cancel(worker);
        }
        worker.start();
    }

    private void work(
            ServedCall call, RequestHandler handler, Semaphore kind, boolean placedAlready) {
        var worker = Thread.currentThread();
        var alarm = ticker.after(call.remaining(), () -> call.expire(worker));
        boolean placed = placedAlready;
        try {
            placed = placed || waitFor(kind);
            if (placed) {
                call.run(handler);
            }
        } finally {
            alarm.cancel();
            inProgress.remove(call);
            if (placed) {
                kind.release();
            }
        }
    }

    /// @return false if the call's time was over before, or the service was closed; both have been
    ///     told to the caller by those who interrupted us
    private boolean waitFor(Semaphore kind) {
        try {
            kind.acquire();
            return true;
        } catch (InterruptedException _) {
            return false;
        } finally {
            waiting.release();
        }
    }
}
