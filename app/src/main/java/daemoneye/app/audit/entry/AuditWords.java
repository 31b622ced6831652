package daemoneye.app.audit.entry;

import daemoneye.app.controls.mark.StateKind;
import daemoneye.app.text.Messages;
import daemoneye.app.text.Wording;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// Entries in words.
public final class AuditWords {
    private AuditWords() {}

    /// "kim · operator"; of a note, the log that tells it.
    public static String who(AuditRow row) {
        if (row.who().isEmpty()) {
            return row.process();
        }
        return row.role().isEmpty() ? row.who() : row.who() + " \u00b7 " + row.role();
    }

    /// "Restart procmond"; of a note, its kind.
    public static String what(AuditRow row) {
        if (row.operation().isEmpty()) {
            return row.isNote()
                    ? Messages.text("audit.what.note", row.text("note"))
                    : row.text("phase");
        }
        return (row.operation() + ' ' + row.object()).strip();
    }

    /// "done", "failed", "unknown", "begun", or a dash.
    public static String result(AuditRow row) {
        return Messages.text("audit.result." + outcome(row).name().toLowerCase(Locale.ROOT));
    }

    /// The mark that goes with it.
    public static StateKind kind(AuditRow row) {
        return switch (outcome(row)) {
            case DONE -> StateKind.HEALTHY;
            case FAILED, ALTERED -> StateKind.FAILED;
            case DOUBTFUL -> StateKind.UNKNOWN;
            case BEGUN -> StateKind.STARTING;
            case MENDED -> StateKind.DEGRADED;
            case NOTED -> StateKind.STOPPED;
        };
    }

    private enum Outcome {
        DONE,
        FAILED,
        DOUBTFUL,
        BEGUN,
        ALTERED,
        MENDED,
        NOTED
    }

    private static Outcome outcome(AuditRow row) {
        if (row.isOutcome()) {
            return !row.failed()
                    ? Outcome.DONE
                    : row.text("certainty").equals("unknown") ? Outcome.DOUBTFUL : Outcome.FAILED;
        }
        if (row.isIntent()) {
            return Outcome.BEGUN;
        }
        if (row.isEvidence()) {
            return Outcome.ALTERED;
        }
        return row.isTrouble() || row.text("note").equals("torn") ? Outcome.MENDED : Outcome.NOTED;
    }

    /// "24 ms"; empty text if it has no duration.
    public static String took(AuditRow row) {
        return row.has("duration_us")
                ? Wording.millis(Duration.of(row.number("duration_us"), ChronoUnit.MICROS))
                : "";
    }

    /// The code of a failure, the reason that was given, or what a note says.
    public static String more(AuditRow row) {
        var code = row.text("error_code");
        var reason = row.has("reason") ? Messages.text("audit.because", row.text("reason")) : "";
        return row.isNote() ? row.text("message") : (code + ' ' + reason).strip();
    }
}
