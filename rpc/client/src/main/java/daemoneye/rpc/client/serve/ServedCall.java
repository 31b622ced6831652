package daemoneye.rpc.client.serve;

import daemoneye.rpc.client.connection.Received;
import daemoneye.rpc.client.serve.Responses.Reply;
import daemoneye.rpc.protocol.message.CorrelationMetadata;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.time.Ticker;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;

/// One request being answered on a thread of its own.
///
/// Three may end it: the handler by returning, the alarm at the deadline, and the service by
/// closing. The first one replies. A handler that returns before the alarm has replied is believed,
/// however late it is.
final class ServedCall implements ServedRequest {
    private static final Logger log = LoggerFactory.getLogger(ServedCall.class);
    private final RpcRequest request;
    private final Received received;
    private final ReplyLine line;
    private final String serviceId;
    private final Ticker ticker;
    private final Duration allowed;
    private final CallRecords records;

    /// @param line the way back to the caller
    ServedCall(
            RpcRequest request,
            Received received,
            ReplyLine line,
            String serviceId,
            Ticker ticker,
            CallRecords records) {
        this.request = request;
        this.received = received;
        this.line = line;
        this.serviceId = serviceId;
        this.ticker = ticker;
        this.allowed = allowed(request, received.remaining());
        this.records = records;
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
    public void progress(String step) {
        line.progress(step);
    }

    @Override
    public boolean commit() {
        return line.commit();
    }

    /// Runs the handler and replies; on the call's own thread.
    void run(RequestHandler handler) {
        var reply = reply(handler);
        if (!line.finish(reply)) {
            log.debug("{} returned after it had been ended.", request.requestId());
        }
        records.ended(this, received.envelope().payload(), reply.status(), reply.error());
    }

    private Reply reply(RequestHandler handler) {
        if (!remaining().isPositive()) {
            return Responses.tooLate(request);
        }
        var refused = records.begins(this, received.envelope().payload());
        if (refused.isPresent()) {
            return Responses.of(Answer.failed(refused.get()));
        }
        return line.begin() ? outcome(handler) : Responses.cancelled(request, serviceId, false);
    }

    /// The deadline has come.
    void expire(Thread worker) {
        if (line.finish(Responses.timeout(request, allowed))) {
            worker.interrupt();
        }
    }

    /// The service closes.
    void cancel(Thread worker) {
        if (line.finish(Responses.cancelled(request, serviceId, line.begun()))) {
            worker.interrupt();
        }
    }

    /// A loop top: whatever a handler throws, its caller gets an answer and the service goes on.
    private Reply outcome(RequestHandler handler) {
        try {
            return Responses.of(handler.handle(this));
        } catch (InterruptedException interrupted) {
            return Responses.cancelled(request, serviceId, true);
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

    private static Duration allowed(RpcRequest request, Duration remaining) {
        var most = request.operation().timeout().most();
        return remaining.compareTo(most) < 0 ? remaining : most;
    }
}
