package daemoneye.app.demo.play;

import java.time.Duration;

/// How long a tour takes for what a machine does at once.
///
/// @param least the shortest time that a sentence stands
/// @param perCharacter of a sentence, added to it: 55 ms are some 200 words a minute
/// @param travel of the pointer
/// @param perKey between two keys
/// @param settle before a picture, until what came last is painted
/// @param patience how many times longer than a tour says facts may take: a machine that builds
///     and tests is slower than one with a reader
public record Pace(
        Duration least,
        Duration perCharacter,
        Duration travel,
        Duration perKey,
        Duration settle,
        int patience) {
    /// For people who read and look.
    public static final Pace READER =
            new Pace(
                    Duration.ofMillis(1500),
                    Duration.ofMillis(55),
                    Duration.ofMillis(700),
                    Duration.ofMillis(70),
                    Duration.ofMillis(400),
                    2);

    /// For tests: nothing is waited for but facts.
    public static final Pace AT_ONCE =
            new Pace(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, 3);

    /// For pictures: only until what came last is painted.
    public static final Pace PICTURES =
            new Pace(
                    Duration.ZERO,
                    Duration.ZERO,
                    Duration.ZERO,
                    Duration.ZERO,
                    Duration.ofMillis(500),
                    3);

    /// How long a sentence stands.
    public Duration reading(String sentence) {
        return least.plus(perCharacter.multipliedBy(sentence.length()));
    }
}
