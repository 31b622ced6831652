package daemoneye.rpc.broker.reply;

import daemoneye.rpc.broker.session.Refusals;
import daemoneye.rpc.broker.session.Session;
import daemoneye.rpc.broker.statistics.BrokerCounters;
import daemoneye.rpc.broker.statistics.DropCause;
import daemoneye.rpc.protocol.time.Ticker;
import daemoneye.rpc.transport.bus.RefusalCode;
import daemoneye.rpc.transport.frame.Frame;
import daemoneye.rpc.transport.frame.FrameHeader;
import daemoneye.rpc.transport.frame.FrameHeader.Flags;
import daemoneye.rpc.transport.frame.FrameType;
import daemoneye.rpc.transport.pending.DeadlineAlarm;
import daemoneye.rpc.transport.pending.NumberMap;

import java.util.ArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// One-shot ways back from responders to callers. A route is opened when a request is delivered.
/// Only the session it was delivered to may use it, only until the deadline, and only up to its
/// final reply; whatever else comes is dropped and counted.
///
/// ```
///            reply with MORE
///             ┌───────┐
///  open ──► waiting ◄─┘ ── final reply ──────────► closed
///             ├── deadline: caller told ─────────► closed
///             ├── responder's session ends: told ► closed
///             └── caller's session ends ─────────► closed
/// ```
///
/// For the loop thread.
public final class ReplyRoutes {
    private final BrokerCounters counters;
    private final NumberMap<OpenRoute> open = new NumberMap<>();
    private final ClosedRoutes closed = new ClosedRoutes();
    private final DeadlineAlarm alarm;
    private final Runnable afterSweep;
    private long opened;
    private int lastNumber;

    /// @param afterSweep called when deadlines were told outside of a read, to flush them
    public ReplyRoutes(BrokerCounters counters, Ticker ticker, Runnable afterSweep) {
        this.counters = counters;
        this.afterSweep = afterSweep;
        alarm = new DeadlineAlarm(ticker, this::expire);
    }

    /// Opens a route.
    ///
    /// @param request the caller's number
    /// @param index which responder, from 0
    /// @param deadlineNanos by the ticker's monotonic clock
    /// @return its number, never 0
    public int open(
            Session caller,
            long request,
            int index,
            int responders,
            Session responder,
            long deadlineNanos) {
        // 4 billion numbers last far longer than the longest deadline, so none is ever open twice.
        lastNumber = lastNumber == -1 ? 1 : lastNumber + 1;
        var route = new OpenRoute(caller, request, index, responders, responder, deadlineNanos);
        open.put(lastNumber, route);
        alarm.expect(deadlineNanos);
        counters.openRoutes.one();
        opened++;
        return lastNumber;
    }

    /// Passes a reply to its caller, or drops and counts it.
    public void reply(Session from, Frame reply) {
        int number = reply.header().reply();
        var route = open.get(number);
        if (route.isEmpty()) {
            counters.drop(wasOpened(number) ? closed.causeOf(number) : DropCause.REPLY_FORGED);
        } else if (route.get().responder() != from) {
            counters.drop(DropCause.REPLY_FORGED);
        } else {
            pass(number, route.get(), reply);
        }
    }

    /// Answers what the session has not answered, and forgets what it has asked.
    public void sessionEnded(Session session) {
        closeIf(route -> route.caller() == session, _ -> {});
        closeIf(route -> route.responder() == session, this::tellLost);
    }

    /// How many requests wait for a reply.
    public int waiting() {
        return open.size();
    }

    /// No deadline is enforced from now on.
    public void close() {
        alarm.close();
    }

    private void pass(int number, OpenRoute route, Frame reply) {
        int more = reply.header().flags() & Flags.MORE;
        if (more == 0) {
            remove(number);
            closed.answered(number);
        }
        counters.replies.one();
        var header =
                new FrameHeader(
                        FrameType.ANSWER,
                        more,
                        route.request(),
                        route.responders(),
                        route.index(),
                        0);
        route.caller().send(new Frame(header, reply.body()));
    }

    private long expire(long nowNanos) {
        closeIf(route -> route.deadlineNanos() - nowNanos <= 0, this::tellDeadline);
        afterSweep.run();
        var earliest = new long[] {DeadlineAlarm.NOTHING_WAITS};
        open.forEach(
                (_, route) ->
                        earliest[0] = Math.min(earliest[0], route.deadlineNanos() - nowNanos));
        return earliest[0];
    }

    private void closeIf(Predicate<OpenRoute> over, Consumer<OpenRoute> tell) {
        var numbers = new ArrayList<Long>();
        open.forEach(
                (number, route) -> {
                    if (over.test(route)) {
                        numbers.add(number);
                    }
                });
        for (long number : numbers) {
            open.get(number).ifPresent(tell);
            remove((int) number);
        }
    }

    private void remove(int number) {
        open.remove(number);
        counters.openRoutes.add(-1);
    }

    private void tellDeadline(OpenRoute route) {
        tell(route, RefusalCode.DEADLINE, "the time for this request is up");
    }

    private void tellLost(OpenRoute route) {
        var who = route.responder().stamp();
        tell(route, RefusalCode.RESPONDER_LOST, who + " left before it answered");
    }

    private void tell(OpenRoute route, String code, String sentence) {
        var refusal =
                Refusals.refusedBy(
                        route.index(), route.responders(), route.request(), code, sentence);
        route.caller().send(refusal);
    }

    private boolean wasOpened(int number) {
        return number != 0 && Integer.toUnsignedLong(number) <= opened;
    }
}
