package daemoneye.rpc.broker.statistics;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// What a broker has done so far, as of one moment.
///
/// @param sessions welcomed and not ended
/// @param subscriptions in all of them
/// @param openRoutes requests that a responder has not answered yet
/// @param published messages taken from publishers
/// @param delivered published messages handed to listeners, once per subscription
/// @param requests taken from callers, answered or not
/// @param replies handed to callers
/// @param failedAuthentications wrong, unknown and missing tokens
/// @param notPermitted subscriptions and requests refused because of the session's role
/// @param dropped everything that was not passed on, by cause; every cause is present
/// @param uptime since the broker started
public record BrokerStatistics(
        int sessions,
        int subscriptions,
        int openRoutes,
        long published,
        long delivered,
        long requests,
        long replies,
        long failedAuthentications,
        long notPermitted,
        Map<DropCause, Long> dropped,
        Duration uptime) {
    public BrokerStatistics {
        var complete = new EnumMap<DropCause, Long>(DropCause.class);
        for (var cause : DropCause.values()) {
            complete.put(cause, dropped.getOrDefault(cause, 0L));
        }
        dropped = Collections.unmodifiableMap(complete);
    }

    /// How many were dropped for this cause.
    public long dropped(DropCause cause) {
        return dropped.getOrDefault(cause, 0L);
    }
}
