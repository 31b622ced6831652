package daemoneye.rpc.client.serve;

import daemoneye.rpc.protocol.value.ConfigValue;

import java.util.LinkedHashMap;
import java.util.Map;

/// Something that has happened on the way to an answer.
///
/// @param text for people, e.g. "waiting for the first heartbeat"
/// @param facts the same for programs, e.g. `phase`, so that nobody has to read the text; may be
///     empty
public record Step(String text, Map<String, ConfigValue> facts) {
    /// What the text is called among the facts.
    public static final String TEXT = "step";

    public Step {
        facts = ConfigValue.copy(facts);
    }

    /// A step of which there is nothing to say but this.
    public static Step of(String text) {
        return new Step(text, Map.of());
    }

    /// The same with one fact more.
    public Step with(String name, ConfigValue value) {
        var more = new LinkedHashMap<>(facts);
        more.put(name, value);
        return new Step(text, more);
    }

    /// As it travels: the facts, and the text as [#TEXT].
    public Map<String, ConfigValue> values() {
        return with(TEXT, ConfigValue.of(text)).facts();
    }

    /// What another responder said on the way, to be passed on.
    ///
    /// @return with an empty text if it said none
    public static Step heard(Map<String, ConfigValue> values) {
        var text = values.get(TEXT);
        var facts = new LinkedHashMap<>(values);
        facts.remove(TEXT);
        return new Step(text == null ? "" : text.toString(), facts);
    }
}
