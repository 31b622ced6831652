package daemoneye.rpc.broker;

import daemoneye.rpc.broker.access.TokenBook;
import daemoneye.rpc.broker.session.SessionLimits;

/// How a broker calls itself and how much it takes.
///
/// @param name shown to clients, e.g. `console@host`; at most 128 bytes
/// @param version of this software
/// @param tokens that it knows; with none, everybody who reaches it on this machine is let in
public record BrokerSettings(String name, String version, SessionLimits limits, TokenBook tokens) {
    /// With the design's limits, and without tokens.
    public static BrokerSettings named(String name, String version) {
        return new BrokerSettings(name, version, SessionLimits.DEFAULT, TokenBook.empty());
    }

    /// The same with other limits.
    public BrokerSettings withLimits(SessionLimits newLimits) {
        return new BrokerSettings(name, version, newLimits, tokens);
    }

    /// The same with tokens: a TCP port needs one, a Unix socket takes one.
    public BrokerSettings withTokens(TokenBook newTokens) {
        return new BrokerSettings(name, version, limits, newTokens);
    }
}
