package daemoneye.rpc.broker;

import daemoneye.rpc.broker.session.SessionLimits;

/// How a broker calls itself and how much it takes.
///
/// @param name shown to clients, e.g. `console@host`; at most 128 bytes
/// @param version of this software
public record BrokerSettings(String name, String version, SessionLimits limits) {
    /// With the design's limits.
    public static BrokerSettings named(String name, String version) {
        return new BrokerSettings(name, version, SessionLimits.DEFAULT);
    }

    /// The same with other limits.
    public BrokerSettings withLimits(SessionLimits newLimits) {
        return new BrokerSettings(name, version, newLimits);
    }
}
