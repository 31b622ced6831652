package daemoneye.app.controls.beat;

/// One beat, or a bucket of beats, as the heartbeat bar shows it.
///
/// @param id tells pills apart and orders them: a larger one is newer. The sequence number, or the
///     start of the bucket
/// @param kind what it says; for a bucket the worst of its beats
/// @param late whether it came later than due; drawn with a gap before it
/// @param sequenceGap whether numbers are missing between the beat before and this one; drawn as a
///     tick
/// @param count how many beats it stands for, 1 or more
public record Pill(long id, PillKind kind, boolean late, boolean sequenceGap, int count) {
    public Pill {
        if (count < 1) {
            throw new IllegalArgumentException("a pill stands for at least one beat: " + count);
        }
    }

    /// A single beat that was on time and in sequence.
    public static Pill of(long id, PillKind kind) {
        return new Pill(id, kind, false, false, 1);
    }

    /// The same beat, but late.
    public Pill asLate() {
        return new Pill(id, kind, true, sequenceGap, count);
    }

    /// The same beat, but with numbers missing before it.
    public Pill afterSequenceGap() {
        return new Pill(id, kind, late, true, count);
    }

    /// The same pill, standing for `beats` beats.
    public Pill bucketOf(int beats) {
        return new Pill(id, kind, late, sequenceGap, beats);
    }
}
