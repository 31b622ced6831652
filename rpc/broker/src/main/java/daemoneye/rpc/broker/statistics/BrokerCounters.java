package daemoneye.rpc.broker.statistics;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// Everything that a broker counts; written on the loop thread, read from any thread.
public final class BrokerCounters {
    public final Counter sessions = new Counter();
    public final Counter subscriptions = new Counter();
    public final Counter openRoutes = new Counter();
    public final Counter published = new Counter();
    public final Counter delivered = new Counter();
    public final Counter requests = new Counter();
    public final Counter replies = new Counter();
    public final Counter failedAuthentications = new Counter();
    public final Counter notPermitted = new Counter();
    private final Map<DropCause, Counter> dropped = new EnumMap<>(DropCause.class);

    public BrokerCounters() {
        for (var cause : DropCause.values()) {
            dropped.put(cause, new Counter());
        }
    }

    /// Counts one message that was not passed on.
    public void drop(DropCause cause) {
        of(cause).one();
    }

    /// Counts several at once.
    public void drop(DropCause cause, long count) {
        of(cause).add(count);
    }

    /// A copy of all counts.
    public BrokerStatistics snapshot(Duration uptime) {
        var drops = new EnumMap<DropCause, Long>(DropCause.class);
        dropped.forEach((cause, counter) -> drops.put(cause, counter.read()));
        return new BrokerStatistics(
                (int) sessions.read(),
                (int) subscriptions.read(),
                (int) openRoutes.read(),
                published.read(),
                delivered.read(),
                requests.read(),
                replies.read(),
                failedAuthentications.read(),
                notPermitted.read(),
                drops,
                uptime);
    }

    private Counter of(DropCause cause) {
        return Objects.requireNonNull(dropped.get(cause), cause.name());
    }
}
