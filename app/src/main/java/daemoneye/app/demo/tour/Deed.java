package daemoneye.app.demo.tour;

import java.time.Duration;
import java.util.Optional;

/// What a tour does.
public sealed interface Deed {
    /// Done in the window, as a person does it.
    sealed interface InWindow extends Deed {}

    /// Done to the world outside the window.
    sealed interface InWorld extends Deed {}

    /// Goes there, scrolling if it must, and clicks `times` in a row.
    record Click(Target target, int times) implements InWindow {}

    /// Goes there, presses, waits, releases.
    record Hold(Target target, Duration time) implements InWindow {}

    /// Types, after a click into the field and choosing what stands there, if one is named.
    record Type(String text, Optional<Target> into) implements InWindow {}

    /// Presses a key with modifiers, e.g. `Ctrl+K`.
    record Keys(String keys) implements InWindow {}

    /// Kills the process of a real collector, as the system would.
    record Kill(String collector) implements InWorld {}

    /// A scripted collector gets a fault, or loses it.
    record Afflict(String collector, Ailment ailment) implements InWorld {}

    /// The window loses its link to the broker until it is restored.
    record CutLink() implements InWorld {}

    /// The link can come back.
    record RestoreLink() implements InWorld {}

    /// What can be wrong with a scripted collector.
    sealed interface Ailment {
        /// Nothing (any more).
        record None() implements Ailment {}

        /// Neither beats nor answers.
        record Silent() implements Ailment {}

        /// Beats, but takes so long for each answer.
        record Slow(Duration delay) implements Ailment {}

        /// Beats, but refuses every request.
        record Refusing() implements Ailment {}

        /// Its connection breaks without a good-bye.
        record Crashed() implements Ailment {}

        /// Silent and well in turn.
        record Flapping() implements Ailment {}

        /// Its work goes badly, and it says so.
        record Degraded() implements Ailment {}
    }
}
