package daemoneye.app.config.draft;

/// One setting that is not as it runs, in words.
///
/// @param restart whether it holds only after a restart
/// @param weaker what is seen or protected less by it; empty if nothing is known to be
public record Change(String key, String running, String yours, boolean restart, String weaker) {
    static Change of(FieldViewModel field) {
        return new Change(
                field.name(),
                ValueWords.of(field, field.running()),
                ValueWords.of(field, field.value()),
                field.needsRestart(),
                Weakening.of(field.setting(), field.running(), field.value()).orElse(""));
    }
}
