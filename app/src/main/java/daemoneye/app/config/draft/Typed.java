package daemoneye.app.config.draft;

import java.util.Map;
import java.util.Optional;

/// What somebody has typed and not sent, so that it can be given back.
///
/// @param fields as typed, also where it is no value
/// @param text the whole text, where it is wrong
public record Typed(Map<String, String> fields, Optional<String> text) {
    public Typed {
        fields = Map.copyOf(fields);
    }

    public boolean isNothing() {
        return fields.isEmpty() && text.isEmpty();
    }

    /// How many settings it is about; a text counts as one.
    public int count() {
        return Math.max(1, fields.size());
    }
}
