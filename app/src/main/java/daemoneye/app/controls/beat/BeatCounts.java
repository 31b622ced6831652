package daemoneye.app.controls.beat;

import daemoneye.app.controls.ControlTexts;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// How many beats of each kind a bar holds, and how one says that aloud.
///
/// @param byKind a count for each kind that occurs
/// @param late how many came late, whatever they said
public record BeatCounts(Map<PillKind, Integer> byKind, int late) {
    public BeatCounts {
        byKind = Map.copyOf(byKind);
    }

    /// Counts the beats of `pills`; a bucket counts for all its beats.
    public static BeatCounts of(List<Pill> pills) {
        Map<PillKind, Integer> counts = new EnumMap<>(PillKind.class);
        int late = 0;
        for (Pill pill : pills) {
            counts.merge(pill.kind(), pill.count(), Integer::sum);
            late += pill.late() ? pill.count() : 0;
        }
        return new BeatCounts(counts, late);
    }

    /// How many are of `kind`.
    public int count(PillKind kind) {
        return byKind.getOrDefault(kind, 0);
    }

    /// How many beats there are in all.
    public int total() {
        return byKind.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// For example "100 beats, 98 good, 2 lost". Kinds that do not occur are left out.
    public String spoken() {
        StringBuilder said = new StringBuilder(ControlTexts.text("beats.total", total()));
        for (PillKind kind : PillKind.values()) {
            if (count(kind) > 0) {
                said.append(", ").append(ControlTexts.text("beats." + kind.css(), count(kind)));
            }
        }
        if (late > 0) {
            said.append(", ").append(ControlTexts.text("beats.late", late));
        }
        return said.toString();
    }
}
