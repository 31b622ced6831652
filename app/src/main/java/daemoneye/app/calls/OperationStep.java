package daemoneye.app.calls;

import java.time.Duration;

/// Something that happened on the way of an operation.
///
/// @param after since it was begun
/// @param text for people
public record OperationStep(Duration after, String text) {}
