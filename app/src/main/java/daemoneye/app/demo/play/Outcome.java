package daemoneye.app.demo.play;

import java.time.Duration;

/// How a tour ended.
public sealed interface Outcome {
    /// Everything it expected came true.
    record Done(Duration took) implements Outcome {}

    /// A step could not be done, or something expected did not come true.
    ///
    /// @param line of the step in the file of the tour
    record Failed(int line, String sentence) implements Outcome {}

    /// Somebody stopped it.
    record Stopped() implements Outcome {}
}
