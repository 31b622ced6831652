package daemoneye.rpc.client.fleet;

import daemoneye.rpc.client.connection.ConnectionState;
import daemoneye.rpc.transport.bus.RoundTrip;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The whole fleet at one moment; immutable.
///
/// @param number grows with every snapshot
/// @param takenNanos by the fleet's ticker
/// @param takenAt wall clock, for people
/// @param link our own link to the broker
/// @param roundTrip the newest measurement on this link
/// @param lastKnownAt while our link is down: when the picture was last true
/// @param listed whether the agents have been asked since the link came up
/// @param agents ids of the agents that answered
/// @param collectors sorted by id
public record FleetSnapshot(
        long number,
        long takenNanos,
        Instant takenAt,
        ConnectionState link,
        Optional<RoundTrip> roundTrip,
        Optional<Instant> lastKnownAt,
        boolean listed,
        List<String> agents,
        List<CollectorView> collectors) {
    public FleetSnapshot {
        agents = List.copyOf(agents);
        collectors = List.copyOf(collectors);
    }
}
