package daemoneye.rpc.broker.session;

import daemoneye.rpc.broker.access.Access;
import daemoneye.rpc.broker.statistics.BrokerCounters;
import daemoneye.rpc.protocol.message.Sender;
import daemoneye.rpc.protocol.time.Ticker;
import daemoneye.rpc.transport.body.EnvelopeBody;
import daemoneye.rpc.transport.bus.RefusalCode;
import daemoneye.rpc.transport.frame.Frame;
import daemoneye.rpc.transport.wire.CloseReason;
import daemoneye.rpc.transport.wire.Link;

import java.util.Optional;

/// A welcomed client, as the broker sees it: where its frames go, at once or by its queue.
///
/// A session that cannot take what it must get is not ended on the spot, in the middle of somebody
/// else's message, but marked, and ended when the read that caused it is over. For the loop thread.
public final class Session {
    private final int number;
    private final Access access;
    private final String stamp;
    private final byte[] stampBytes;
    private final Link link;
    private final OutboundQueue queue;
    private final FlushList flushList;
    private final Ticker ticker;
    private Optional<CloseReason> cutOff = Optional.empty();
    private boolean listed;
    private boolean ended;
    private boolean toldOfRefusedPublish;
    private int lastRoute;

    /// @param number unique in this broker's life
    /// @param access what it was let in as
    /// @param flushList told whenever there is something to flush
    public Session(
            int number,
            Access access,
            Link link,
            SessionLimits limits,
            BrokerCounters counters,
            FlushList flushList,
            Ticker ticker) {
        this.number = number;
        this.access = access;
        this.stamp = Sender.stamp(access.name(), number, access.role());
        this.stampBytes = EnvelopeBody.stamp(stamp);
        this.link = link;
        this.queue = new OutboundQueue(limits, counters);
        this.flushList = flushList;
        this.ticker = ticker;
    }

    public int number() {
        return number;
    }

    /// What it may do.
    public Access access() {
        return access;
    }

    /// `name#number/role`, which the broker puts on everything this client says.
    public String stamp() {
        return stamp;
    }

    /// The same as the first field of a message. Shared: must not be changed.
    public byte[] stampBytes() {
        return stampBytes;
    }

    /// A number for its next subscription, from 1.
    public int nextRoute() {
        return ++lastRoute;
    }

    /// Something that it published was not passed on, because its role does not allow it. It is
    /// told of the first; a flood of them must not cause another.
    public void refusePublish(String sentence) {
        if (!toldOfRefusedPublish) {
            toldOfRefusedPublish = true;
            send(Refusals.refused(0, RefusalCode.ACCESS, sentence));
        }
    }

    /// Sends a frame that must not get lost.
    public void send(Frame frame) {
        send(frame, "");
    }

    /// Sends a frame, or lets it wait if the client does not read fast enough. Dropped after the
    /// end.
    ///
    /// @param topic of a published message
    public void send(Frame frame, String topic) {
        if (ended || cutOff.isPresent()) {
            return;
        }
        flushList.add(this);
        if (queue.isEmpty() && link.writable()) {
            link.send(frame);
        } else if (!queue.add(frame, topic, ticker.nanos())) {
            cutOff = Optional.of(slowConsumer());
        }
    }

    /// Sends what waited, as far as the link takes it.
    public void drain() {
        while (!ended && link.writable()) {
            var next = queue.poll(ticker.nanos());
            if (next.isEmpty()) {
                break;
            }
            link.send(next.get());
        }
        link.flush();
    }

    /// Why this session has to be ended, if it has.
    public Optional<CloseReason> cutOff() {
        return cutOff;
    }

    /// Whether nothing is sent to it any more.
    public boolean ended() {
        return ended;
    }

    /// Nothing is sent from now on.
    public void end() {
        ended = true;
        queue.abandon();
    }

    /// Says why, as the last frame, and ends the link. Whoever calls this calls [#end()] too.
    public void bye(CloseReason reason) {
        link.send(Refusals.bye(reason));
        link.flush();
        link.close(reason);
    }

    /// Stops or resumes reading what the client says.
    public void read(boolean wanted) {
        link.read(wanted);
    }

    /// Its place in the flush list.
    boolean listed() {
        return listed;
    }

    void listed(boolean nowListed) {
        listed = nowListed;
    }

    /// Frames that wait for it.
    public int queued() {
        return queue.size();
    }

    Link link() {
        return link;
    }

    private CloseReason slowConsumer() {
        return CloseReason.broken(
                RefusalCode.SLOW_CONSUMER,
                "%s read too slowly: %d messages (%d bytes) waited for it; read faster, or subscribe"
                                .formatted(stamp, queue.size(), queue.bytes())
                        + " to less");
    }
}
