package daemoneye.rpc.transport.bus;

import java.time.Duration;

/// A measured ping.
///
/// @param roundTrip there and back, by our monotonic clock
/// @param skew the broker's wall clock minus ours, as if both ways took equally long
public record RoundTrip(Duration roundTrip, Duration skew) {}
