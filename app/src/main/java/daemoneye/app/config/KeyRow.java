package daemoneye.app.config;

import daemoneye.app.config.draft.Change;
import daemoneye.app.controls.mark.StateKind;
import daemoneye.app.text.Messages;

/// One changed setting in the review.
///
/// @param effect when it holds
/// @param kind of the verdict
public record KeyRow(Change change, String effect, String verdict, StateKind kind) {
    /// A change with what the agent says of it by now.
    public static KeyRow of(Change change, DryRunViewModel dry) {
        var effect =
                Messages.text(change.restart() ? "config.effect.restart" : "config.effect.hot");
        var refusal = dry.refusalOf(change.key());
        return switch (dry.stateProperty().get()) {
            case ACCEPTED ->
                    new KeyRow(
                            change, effect, Messages.text("config.verdict.ok"), StateKind.HEALTHY);
            case REFUSED ->
                    refusal.isEmpty()
                            ? new KeyRow(
                                    change,
                                    effect,
                                    Messages.text("config.verdict.fine"),
                                    StateKind.HEALTHY)
                            : new KeyRow(change, effect, refusal, StateKind.FAILED);
            case NONE, ASKING, FAILED ->
                    new KeyRow(
                            change,
                            effect,
                            Messages.text("config.verdict.none"),
                            StateKind.UNKNOWN);
        };
    }
}
