package daemoneye.app.config.apply;

import daemoneye.app.config.apply.ApplyViewModel.End;
import daemoneye.app.config.draft.Change;
import daemoneye.app.config.talk.Snapshot;
import daemoneye.app.config.talk.UpdateResult;
import daemoneye.app.controls.mark.StateKind;
import daemoneye.app.text.Messages;
import daemoneye.app.text.SafeText;

import java.util.Map;

/// What became of one changed setting.
///
/// @param text in words
public record KeyResult(Change change, String text, StateKind kind) {
    static KeyResult sent(Change change) {
        return of(change, "sent", StateKind.STARTING);
    }

    /// As the answer tells it.
    static KeyResult answered(Change change, UpdateResult answer) {
        if (answer.waiting().contains(change.key()) && !answer.restarted()) {
            return of(change, "waits", StateKind.DEGRADED);
        }
        return answer.skipped().contains(change.key())
                ? of(change, "same", StateKind.HEALTHY)
                : of(change, answer.running() ? "holds" : "stored", StateKind.HEALTHY);
    }

    /// As it was read back, where the answer is lost.
    static KeyResult found(Change change, Snapshot now) {
        return now.pending().contains(change.key())
                ? of(change, "waits", StateKind.DEGRADED)
                : of(change, "holds", StateKind.HEALTHY);
    }

    /// What the end means for it, where that is not what the answer said.
    KeyResult after(End end, Map<String, String> refused) {
        return switch (end) {
            case RUNNING, APPLIED, DOUBTFUL -> this;
            case RETURNED -> of(change, "returned", StateKind.DEGRADED);
            case CONFLICT -> of(change, "not", StateKind.STOPPED);
            case UNKNOWN -> of(change, "unknown", StateKind.UNKNOWN);
            case REFUSED ->
                    refused.containsKey(change.key())
                            ? new KeyResult(
                                    change,
                                    SafeText.of(refused.getOrDefault(change.key(), ""), 200),
                                    StateKind.FAILED)
                            : of(change, "not", StateKind.STOPPED);
        };
    }

    private static KeyResult of(Change change, String key, StateKind kind) {
        return new KeyResult(change, Messages.text("config.result." + key), kind);
    }
}
