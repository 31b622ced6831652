package daemoneye.app.config;

import daemoneye.app.config.talk.HistoryEntry;
import daemoneye.app.text.Messages;
import daemoneye.app.text.SafeText;
import daemoneye.app.text.Wording;

import java.util.stream.Collectors;

/// One version in the history, in words.
///
/// @param live how long it held; of the one that holds: since when
/// @param holds whether it is the one that holds
public record HistoryRow(
        long version,
        String when,
        String by,
        String reason,
        String changes,
        String live,
        boolean holds) {
    private static final int MOST_CHARS = 160;

    static HistoryRow of(HistoryEntry entry) {
        return new HistoryRow(
                entry.version(),
                entry.at().map(Wording::day).orElse(Wording.NONE),
                SafeText.of(entry.by(), 60),
                SafeText.of(entry.reason(), MOST_CHARS),
                changes(entry),
                entry.live().map(Wording::span).orElse(Messages.text("config.history.now")),
                entry.live().isEmpty());
    }

    private static String changes(HistoryEntry entry) {
        return SafeText.of(
                entry.changes().entrySet().stream()
                        .map(each -> each.getKey() + " = " + each.getValue())
                        .collect(Collectors.joining(", ")),
                MOST_CHARS);
    }
}
