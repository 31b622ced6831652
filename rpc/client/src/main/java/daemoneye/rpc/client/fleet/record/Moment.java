package daemoneye.rpc.client.fleet.record;

/// How things stand with ourselves while the loop goes through the collectors.
///
/// @param nanos by the fleet's ticker
/// @param linkUp whether our link to the broker works
/// @param upForNanos for how long it has; 0 while it does not
/// @param lagNanos how much later than planned the loop came round; 0 if in time
public record Moment(long nanos, boolean linkUp, long upForNanos, long lagNanos) {}
