package daemoneye.app.demo.tour;

import java.time.Duration;
import java.util.Optional;

/// One step of a tour.
public sealed interface Step {
    /// Where it stands in its file, from 1.
    int line();

    /// The narrator speaks.
    record Say(int line, Words words) implements Step {}

    /// The pointer goes there and a ring is drawn around it.
    record Point(int line, Target target) implements Step {}

    /// Somebody does something.
    record Do(int line, Deed deed) implements Step {}

    /// A fact has to become true within a time.
    ///
    /// @param within instead of the limit of the tour
    record Expect(int line, Fact fact, Optional<Duration> within) implements Step {}

    /// A picture for the manual.
    ///
    /// @param name of its file, without the ending
    record Picture(int line, String name) implements Step {}
}
