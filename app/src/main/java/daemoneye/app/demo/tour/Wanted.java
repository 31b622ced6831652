package daemoneye.app.demo.tour;

import daemoneye.app.text.Messages;

import java.util.List;

/// A text that a tour looks for in the window.
public sealed interface Wanted {
    /// As it is to be read now, in the language of the window.
    String text();

    /// `"…"`: the same in every language.
    record Literal(String text) implements Wanted {
        @Override
        public String toString() {
            return "\"" + text + "\"";
        }
    }

    /// `%shutdown.result("netmond")` or `%row.restarts(1)`: a message of the window.
    ///
    /// @param values texts and numbers; without any, what stands before the first value is meant
    record Message(String key, List<Object> values) implements Wanted {
        public Message {
            values = List.copyOf(values);
        }

        @Override
        public String text() {
            if (!values.isEmpty()) {
                return Messages.text(key, values.toArray());
            }
            var pattern = Messages.text(key);
            int first = pattern.indexOf('{');
            return first < 0 ? pattern : pattern.substring(0, first).strip();
        }

        @Override
        public String toString() {
            return "\"" + text() + "\" (%" + key + ")";
        }
    }
}
