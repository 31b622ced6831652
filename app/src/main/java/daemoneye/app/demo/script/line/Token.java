package daemoneye.app.demo.script.line;

import java.util.List;

/// A piece of a line.
///
/// @param column where it begins, from 1
public sealed interface Token {
    int column();

    /// As it was written, for people.
    String written();

    /// Whatever has no quotes: a verb, an id, a time.
    record Word(int column, String written) implements Token {}

    /// `"…"`, without the quotes.
    record Quoted(int column, String text) implements Token {
        @Override
        public String written() {
            return "\"" + text + "\"";
        }
    }

    /// `%key` or `%key("a", 2)`.
    record Message(int column, String key, List<Object> values) implements Token {
        public Message {
            values = List.copyOf(values);
        }

        @Override
        public String written() {
            return "%" + key;
        }
    }
}
