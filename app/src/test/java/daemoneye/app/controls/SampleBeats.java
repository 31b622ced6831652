package daemoneye.app.controls;

import daemoneye.app.controls.beat.Pill;
import daemoneye.app.controls.beat.PillKind;

import java.util.ArrayList;
import java.util.List;

/// Beats for pictures and tests, written one letter a beat: `g` good, `d` degraded, `u` unhealthy,
/// `x` lost, `o` our outage, `n` no data, `l` good but late, `s` good after a sequence gap.
final class SampleBeats {
    private SampleBeats() {}

    static List<Pill> of(String letters) {
        List<Pill> pills = new ArrayList<>();
        for (int i = 0; i < letters.length(); i++) {
            pills.add(pill(i, letters.charAt(i)));
        }
        return List.copyOf(pills);
    }

    private static Pill pill(int id, char letter) {
        return switch (letter) {
            case 'g' -> Pill.of(id, PillKind.GOOD);
            case 'd' -> Pill.of(id, PillKind.DEGRADED);
            case 'u' -> Pill.of(id, PillKind.UNHEALTHY);
            case 'x' -> Pill.of(id, PillKind.LOST);
            case 'o' -> Pill.of(id, PillKind.OUTAGE);
            case 'n' -> Pill.of(id, PillKind.NO_DATA);
            case 'l' -> Pill.of(id, PillKind.GOOD).asLate();
            case 's' -> Pill.of(id, PillKind.GOOD).afterSequenceGap();
            default -> throw new IllegalArgumentException("no beat is written " + letter);
        };
    }
}
