package daemoneye.rpc.transport.bus;

/// A request in flight, and what has come back so far. For the loop thread, but for [#abandon()].
///
/// ```
///  waiting ─┬─ a final reply from every responder ─────────────► over, no end told
///           ├─ each responder has replied or is lost ──────────► over, end told
///           ├─ refused, deadline, or our session ends ─────────► over, end told
///           └─ abandoned ──────────────────────────────────────► over, nothing told
/// ```
final class PendingExchange implements Exchange {
    private final ReplyListener listener;
    private final long deadlineNanos;
    private final LoopInbox inbox;
    private final PendingExchanges owner;
    private volatile boolean over;
    private long number;
    private int settled;
    private boolean incomplete;
    private ExchangeEnd loss = ExchangeEnd.RESPONDER_LOST;

    PendingExchange(
            ReplyListener listener, long deadlineNanos, LoopInbox inbox, PendingExchanges owner) {
        this.listener = listener;
        this.deadlineNanos = deadlineNanos;
        this.inbox = inbox;
        this.owner = owner;
    }

    long deadlineNanos() {
        return deadlineNanos;
    }

    boolean isOver() {
        return over;
    }

    /// The request has left under this number.
    void sentAs(long requestNumber) {
        number = requestNumber;
    }

    /// @return whether this was the last that can come
    boolean reply(byte[] payload, int responder, int responders, boolean more) {
        if (over) {
            return true;
        }
        settled += more ? 0 : 1;
        boolean last = settled >= responders;
        over = last && !incomplete;
        LoopInbox.guarded(() -> listener.onReply(payload, responder, responders, more));
        if (last && incomplete) {
            end(loss);
        }
        return last;
    }

    /// One of the responders will not answer.
    ///
    /// @return whether nothing more can come
    boolean lost(ExchangeEnd why, int responders) {
        incomplete = true;
        loss = why;
        settled++;
        if (settled >= responders) {
            end(why);
        }
        return over;
    }

    /// Tells the end, once.
    void end(ExchangeEnd why) {
        if (!over) {
            over = true;
            LoopInbox.guarded(() -> listener.onEnd(why));
        }
    }

    @Override
    public void abandon() {
        over = true;
        inbox.run(() -> owner.forget(number));
    }
}
