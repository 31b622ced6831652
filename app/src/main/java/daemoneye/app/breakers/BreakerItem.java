package daemoneye.app.breakers;

/// A breaker that is not closed, in words.
///
/// @param collector which is cut off
/// @param title what is cut off, e.g. "procmond · lifecycle"
/// @param text how it stands, when the next call may try, and why
/// @param reset closes it by hand
public record BreakerItem(String collector, String title, String text, Runnable reset) {}
