package daemoneye.rpc.client.serve;

import daemoneye.rpc.client.connection.Received;
import daemoneye.rpc.client.serve.Responses.Reply;
import daemoneye.rpc.client.serve.check.RequestChecks;
import daemoneye.rpc.client.serve.memory.Admission;
import daemoneye.rpc.client.serve.memory.CallMemory;
import daemoneye.rpc.client.serve.memory.KnownCall;
import daemoneye.rpc.client.serve.memory.RememberedCall;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.message.RpcStatus;
import daemoneye.rpc.protocol.operation.Repeat;
import daemoneye.rpc.protocol.time.Ticker;
import daemoneye.rpc.transport.bus.ReplyRoute;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;

/// Takes requests in, one after another on the loop thread: checks, memory, a place, and then a
/// thread of its own for each, unless its answer takes less time than a hand-over.
///
/// ```
/// check ─► seen before? ─► time left? ─► place ─► record ─► handler ─► reply, memory ─► record
///       └► immediate ───────────────────────────► record ─► handler ─► reply ─────────► record
/// ```
final class Intake {
    /// What a refused caller is told to wait: the time of a few health checks.
    static final Duration RETRY_AFTER = Duration.ofMillis(200);

    /// Refusals being recorded at a time. What is refused beyond them, in a flood, is only counted.
    private static final int MOST_REFUSALS = 64;

    private static final Logger log = LoggerFactory.getLogger(Intake.class);
    private final String serviceId;
    private final Ticker ticker;
    private final ThreadFactory threads;
    private final CallRecords records;
    private final CallMemory memory;
    private final Semaphore waiting = new Semaphore(RpcService.MAX_WAITING);
    private final Semaphore refusals = new Semaphore(MOST_REFUSALS);
    private final Set<ServedCall> inProgress = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    Intake(
            String serviceId,
            Ticker ticker,
            ThreadFactory threads,
            CallRecords records,
            CallMemory memory) {
        this.serviceId = serviceId;
        this.ticker = ticker;
        this.threads = threads;
        this.records = records;
        this.memory = memory;
    }

    /// Answers a request, now or later.
    ///
    /// @param places of its kind
    void take(ServedCall call, Received received, RequestHandler handler, Semaphore places) {
        var fault = fault(call, received, handler);
        if (fault.isPresent()) {
            refuse(call, Responses.of(Answer.failed(fault.get())));
            return;
        }
        if (handler.isImmediate(call.request().operation())) {
            immediately(call, handler);
            return;
        }
        var remembered = memory.describe(call.sender(), call.request(), call);
        // First, because from its admission on somebody may cancel it.
        call.whenEnded((reply, answer, began) -> end(remembered, reply, answer, began));
        switch (memory.admit(remembered)) {
            case Admission.Fresh() -> fresh(call, handler, places);
            case Admission.Again(var known) -> again(call, known, received.replyRoute());
            case Admission.OtherContent() -> refuse(call, Responses.otherContent(call.request()));
            case Admission.Full(var retryAfter) ->
                    refuse(call, Responses.memoryFull(serviceId, retryAfter));
        }
    }

    /// Interrupts what is in progress, now and later.
    void close() {
        closed = true;
        inProgress.forEach(ServedCall::close);
    }

    private Optional<RpcError> fault(ServedCall call, Received received, RequestHandler handler) {
        var request = call.request();
        var fault = RequestChecks.unknownOperation(request, serviceId);
        if (fault.isEmpty()) {
            fault = RequestChecks.forbidden(request, call.sender());
        }
        if (fault.isEmpty()) {
            fault = handler.refusal(request);
        }
        return fault.isEmpty() ? RequestChecks.fault(request, received.envelope().topic()) : fault;
    }

    /// On this thread, with no place and no memory: it only reads, and is over before anybody could
    /// ask about it.
    private void immediately(ServedCall call, RequestHandler handler) {
        if (recorded(call)) {
            call.run(handler);
        }
        call.reply().ifPresent(reply -> record(call, reply));
    }

    private void fresh(ServedCall call, RequestHandler handler, Semaphore places) {
        if (!call.remaining().isPositive()) {
            refuse(call, Responses.tooLate(call.request()));
        } else if (places.tryAcquire()) {
            start(call, handler, places, true);
        } else if (call.request().operation().repeat() == Repeat.FREELY && waiting.tryAcquire()) {
            start(call, handler, places, false);
        } else {
            refuse(call, Responses.tooMany(serviceId, RpcService.MAX_CONCURRENT, RETRY_AFTER));
        }
    }

    private static void again(ServedCall call, KnownCall known, Optional<ReplyRoute> route) {
        switch (known) {
            case KnownCall.Running(_, var first) -> {
                if (route.isPresent() && !first.join(route.get())) {
                    call.finish(Responses.tooManyCallers(call.request()));
                }
            }
            case KnownCall.Over over -> route.ifPresent(to -> to.reply(over.answer(), false));
        }
    }

    /// What was refused before it began may come again with the same id, and so may what was told
    /// to come again; what was cancelled may not.
    private void end(RememberedCall call, Reply reply, byte[] answer, OptionalLong began) {
        boolean begun = began.isPresent() || reply.status() == RpcStatus.CANCELLED;
        if (begun && !reply.invitesAgain()) {
            memory.ended(call, reply.status(), answer, began);
        } else {
            memory.forget(call);
        }
    }

    /// Says no at once; the record, which may block, is written on a thread of its own.
    private void refuse(ServedCall call, Reply reply) {
        call.finish(reply);
        if (records.equals(CallRecords.NONE)) {
            return;
        }
        if (!refusals.tryAcquire()) {
            log.warn("{} by {} was refused unrecorded.", call.request().operation(), call.sender());
            return;
        }
        threads.newThread(
                        () -> {
                            try {
                                record(call, reply);
                            } finally {
                                refusals.release();
                            }
                        })
                .start();
    }

    private void start(ServedCall call, RequestHandler handler, Semaphore kind, boolean placed) {
        inProgress.add(call);
        if (closed) {
            call.close();
        }
        threads.newThread(() -> work(call, handler, kind, placed)).start();
    }

    private void work(
            ServedCall call, RequestHandler handler, Semaphore places, boolean placedAlready) {
        var alarm = new CallAlarm(call, ticker);
        boolean placed = placedAlready;
        try {
            placed = placed || waitFor(places, call);
            if (placed && recorded(call)) {
                call.run(handler);
            }
        } finally {
            alarm.stop();
            inProgress.remove(call);
            if (placed) {
                places.release();
            }
        }
        call.reply().ifPresent(reply -> record(call, reply));
    }

    /// @return false if the call ended meanwhile; its caller has been told
    private boolean waitFor(Semaphore places, ServedCall call) {
        call.gate().enter();
        try {
            if (call.line().isOpen()) {
                places.acquire();
                return true;
            }
            return false;
        } catch (InterruptedException _) {
            return false;
        } finally {
            call.gate().leave();
            waiting.release();
        }
    }

    /// A loop top: records that fail let nothing happen unrecorded.
    ///
    /// @return false if the call was refused
    private boolean recorded(ServedCall call) {
        Optional<RpcError> refused;
        try {
            refused = records.begins(call, call.payload());
        } catch (RuntimeException fault) {
            log.error("{} could not be recorded.", call.request().requestId(), fault);
            refused = Optional.of(Responses.unrecorded(call.request(), serviceId));
        }
        refused.ifPresent(error -> call.finish(Responses.of(Answer.failed(error))));
        return refused.isEmpty();
    }

    /// A loop top: the caller has its answer, whatever happens here.
    private void record(ServedCall call, Reply reply) {
        try {
            records.ended(call, call.payload(), reply.status(), reply.error());
        } catch (RuntimeException fault) {
            log.error("The end of {} is not recorded.", call.request().requestId(), fault);
        }
    }
}
