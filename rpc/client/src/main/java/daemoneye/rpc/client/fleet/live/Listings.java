package daemoneye.rpc.client.fleet.live;

import daemoneye.rpc.client.call.CallOutcome;
import daemoneye.rpc.client.call.RpcCaller;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.CollectorListing;
import daemoneye.rpc.protocol.payload.EmptyPayload;
import daemoneye.rpc.protocol.time.Ticker;
import daemoneye.rpc.protocol.topic.CollectorTopics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Asks all agents for their collectors: when the link comes up, when somebody unknown is heard,
/// every 30 s, and every 2 s while no agent answers. Loop thread only; times are nanoseconds.
final class Listings {
    private static final long EVERY = Duration.ofSeconds(30).toNanos();
    private static final long WHILE_NOBODY_ANSWERS = Duration.ofSeconds(2).toNanos();
    private static final long SOONEST = Duration.ofSeconds(1).toNanos();
    private static final Duration TIMEOUT = CollectorOperation.LIST_COLLECTORS.timeout().standard();

    private final RpcCaller caller;
    private final String clientId;
    private final FleetBook book;
    private final OwnLink link;
    private final Ticker ticker;
    private final FleetLoop loop;
    private List<String> agents = List.of();
    private boolean listed;
    private boolean underWay;
    private boolean changed;
    private long askedNanos;
    private long dueNanos;

    Listings(
            RpcCaller caller,
            String clientId,
            FleetBook book,
            OwnLink link,
            Ticker ticker,
            FleetLoop loop) {
        this.caller = caller;
        this.clientId = clientId;
        this.book = book;
        this.link = link;
        this.ticker = ticker;
        this.loop = loop;
    }

    /// Whether the agents have been asked, and the time to answer is over, since the link came up.
    boolean listed() {
        return listed;
    }

    /// Ids of the agents that answered last time, sorted.
    List<String> agents() {
        return agents;
    }

    /// Whether an answer came since this was last asked.
    boolean takeChanged() {
        boolean was = changed;
        changed = false;
        return was;
    }

    /// Our link broke or came back: ask afresh as soon as it works.
    void linkChanged() {
        listed = false;
        underWay = false;
        dueNanos = ticker.nanos();
    }

    /// Somebody unknown was heard.
    void want() {
        dueNanos = Math.min(dueNanos, Math.max(ticker.nanos(), askedNanos + SOONEST));
    }

    /// Asks if it is time to.
    void advance() {
        long now = ticker.nanos();
        if (!link.up() || underWay || now < dueNanos) {
            return;
        }
        underWay = true;
        askedNanos = now;
        dueNanos = now + EVERY;
        int epoch = link.epoch();
        loop.whenDone(caller.callEveryone(question()), outcomes -> answered(epoch, outcomes));
    }

    private RpcRequest question() {
        return RpcRequest.of(
                clientId,
                CollectorTopics.LIFECYCLE_BROADCAST,
                CollectorOperation.LIST_COLLECTORS,
                new EmptyPayload(),
                TIMEOUT,
                ticker.now());
    }

    private void answered(int epoch, List<CallOutcome> outcomes) {
        if (epoch != link.epoch()) {
            return;
        }
        var listings = listings(outcomes);
        underWay = false;
        listed = true;
        changed = true;
        agents = listings.stream().map(CollectorListing::agentId).distinct().sorted().toList();
        if (listings.isEmpty()) {
            dueNanos = Math.min(dueNanos, ticker.nanos() + WHILE_NOBODY_ANSWERS);
        } else {
            link.heard(ticker.nanos());
        }
        book.reconcile(listings, askedNanos, ticker.nanos());
    }

    private static List<CollectorListing> listings(List<CallOutcome> outcomes) {
        var listings = new ArrayList<CollectorListing>();
        for (var outcome : outcomes) {
            if (outcome instanceof CallOutcome.Done done
                    && done.response().payload().orElseGet(EmptyPayload::new)
                            instanceof CollectorListing listing) {
                listings.add(listing);
            }
        }
        return listings;
    }
}
