package daemoneye.rpc.client.fleet.record;

/// How things stand with ourselves while the loop goes through the collectors.
///
/// @param nanos by the fleet's ticker
/// @param linkUp whether our link to the broker works
/// @param lagNanos how much later than planned the loop came round; 0 if in time
public record Moment(long nanos, boolean linkUp, long lagNanos) {}
