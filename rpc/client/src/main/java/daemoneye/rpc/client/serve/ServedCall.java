package daemoneye.rpc.client.serve;

import daemoneye.rpc.client.connection.Received;
import daemoneye.rpc.client.serve.Responses.Reply;
import daemoneye.rpc.client.serve.memory.CallState;
import daemoneye.rpc.client.serve.memory.LiveCall;
import daemoneye.rpc.protocol.message.CorrelationMetadata;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.message.RpcStatus;
import daemoneye.rpc.protocol.time.Ticker;
import daemoneye.rpc.transport.bus.ReplyRoute;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/// One request being answered on a thread of its own.
///
/// Four may end it: the handler by returning, the alarm at the deadline, a Cancel, and the service
/// by closing. A handler that returns before the others is believed, however late it is; what it
/// returns after them is told to those who ask later. Past its commit point only closing interrupts
/// it.
final class ServedCall implements ServedRequest, LiveCall {
    private static final Logger log = LoggerFactory.getLogger(ServedCall.class);
    private final RpcRequest request;
    private final Received received;
    private final ReplyLine line;
    private final String serviceId;
    private final Ticker ticker;
    private final Duration allowed;
    private final InterruptGate gate = new InterruptGate();
    private final CompletableFuture<Optional<RpcStatus>> end = new CompletableFuture<>();
    private volatile Ending ending = (reply, answer, began) -> {};
    private boolean committed;
    private boolean keptFromCommitting;
    private Optional<Reply> verdict = Optional.empty();
    private volatile Optional<Reply> reply = Optional.empty();

    /// Told once how the call ended, before its caller is.
    @FunctionalInterface
    interface Ending {
        /// @param answer the reply, encoded
        /// @param began when the handler did, if it did
        void ended(Reply reply, byte[] answer, OptionalLong began);
    }

    /// @param line the way back to the caller
    ServedCall(
            RpcRequest request,
            Received received,
            ReplyLine line,
            String serviceId,
            Ticker ticker) {
        this.request = request;
        this.received = received;
        this.line = line;
        this.serviceId = serviceId;
        this.ticker = ticker;
        this.allowed = allowed(request, received.remaining());
    }

    @Override
    public RpcRequest request() {
        return request;
    }

    @Override
    public CorrelationMetadata correlation() {
        return received.envelope().correlation();
    }

    @Override
    public String sender() {
        return received.envelope().sender();
    }

    @Override
    public Duration remaining() {
        return allowed.minus(ticker.since(received.receivedNanos()));
    }

    @Override
    public void progress(Step step) {
        line.progress(step);
    }

    @Override
    public synchronized boolean commit() {
        if (!committed) {
            committed = verdict.isEmpty() && line.isOpen();
            keptFromCommitting = !committed;
        }
        return committed;
    }

    @Override
    public boolean join(ReplyRoute route) {
        return line.join(route);
    }

    @Override
    public synchronized Progress progress() {
        var began = line.begunNanos();
        var state = began.isPresent() ? CallState.RUNNING : CallState.WAITING;
        return new Progress(state, committed, line.lastStep().map(Step::text), began);
    }

    @Override
    public synchronized CompletableFuture<Optional<RpcStatus>> cancel(String by) {
        if (committed) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        var reply = Responses.cancelledBy(request, by);
        if (line.begunNanos().isEmpty()) {
            finish(reply);
        } else {
            verdict = verdict.or(() -> Optional.of(reply));
        }
        gate.interrupt();
        return end;
    }

    ReplyLine line() {
        return line;
    }

    InterruptGate gate() {
        return gate;
    }

    byte[] payload() {
        return received.envelope().payload();
    }

    /// @param told how the call ends; to be set before anything can end it
    void whenEnded(Ending told) {
        ending = told;
    }

    /// Runs the handler and replies; on the call's own thread.
    void run(RequestHandler handler) {
        if (!remaining().isPositive()) {
            finish(Responses.tooLate(request));
            return;
        }
        gate.enter();
        try {
            if (begin() && !finish(outcome(handler))) {
                log.debug("{} returned after it had been ended.", request.requestId());
            }
        } finally {
            gate.leave();
        }
    }

    /// Gives the final reply.
    ///
    /// @return false if somebody else has
    boolean finish(Reply last) {
        boolean first =
                line.settle(
                        last,
                        answer -> {
                            reply = Optional.of(last);
                            ending.ended(last, answer, line.begunNanos());
                        });
        end.complete(reply.map(Reply::status));
        return first;
    }

    /// The final reply, once it was given.
    Optional<Reply> reply() {
        return reply;
    }

    /// The deadline has come.
    synchronized void expire() {
        if (line.begunNanos().isEmpty()) {
            finish(Responses.tooLate(request));
            gate.interrupt();
        } else if (line.dismiss(Responses.timeout(request, allowed)) && !committed) {
            verdict = verdict.or(() -> Optional.of(Responses.tooSlow(request, allowed)));
            gate.interrupt();
        }
    }

    /// The service closes.
    synchronized void close() {
        if (line.begunNanos().isEmpty()) {
            finish(Responses.cancelled(request, serviceId, false));
        } else {
            line.dismiss(Responses.cancelled(request, serviceId, true));
            verdict = verdict.or(() -> Optional.of(Responses.cancelled(request, serviceId, true)));
        }
        gate.interrupt();
    }

    /// Under the same lock as what may keep it from beginning.
    private synchronized boolean begin() {
        return line.begin();
    }

    /// A loop top: whatever a handler throws, its caller gets an answer and the service goes on.
    private Reply outcome(RequestHandler handler) {
        try {
            return returned(Responses.of(handler.handle(this)));
        } catch (InterruptedException interrupted) {
            return interrupted();
        } catch (RuntimeException | Error fault) {
            log.error(
                    "{} on {} failed (correlation id {}).",
                    request.operation(),
                    request.target(),
                    request.requestId(),
                    fault);
            return Responses.crashed(request, serviceId);
        }
    }

    private synchronized Reply returned(Reply reply) {
        return keptFromCommitting ? interrupted() : reply;
    }

    /// What was decided when it was interrupted.
    private synchronized Reply interrupted() {
        return verdict.orElseGet(() -> Responses.cancelled(request, serviceId, true));
    }

    /// Lets a thread be interrupted only while it says that it may be: never while it writes
    /// records, because an interrupt would close their file.
    static final class InterruptGate {
        private Optional<Thread> inside = Optional.empty();

        /// From now on the calling thread may be interrupted.
        synchronized void enter() {
            inside = Optional.of(Thread.currentThread());
        }

        /// No more; an interrupt that came too late to be noticed is forgotten.
        synchronized void leave() {
            inside = Optional.empty();
            var _ = Thread.interrupted();
        }

        /// Interrupts who is inside, if anybody.
        synchronized void interrupt() {
            inside.ifPresent(Thread::interrupt);
        }
    }

    private static Duration allowed(RpcRequest request, Duration remaining) {
        var most = request.operation().timeout().most();
        return remaining.compareTo(most) < 0 ? remaining : most;
    }
}
