package daemoneye.rpc.client.audit.format;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Reads what [FlatLine] writes, and nothing more: a flat object of texts and whole numbers.
final class FlatFields {
    private static final int MOST_DIGITS = 18;
    private final String line;
    private int at;

    private FlatFields(String line) {
        this.line = line;
    }

    /// The fields by name, in order; numbers as their digits.
    static Map<String, String> of(String line) throws MalformedEntry {
        return new FlatFields(line).object();
    }

    static String text(Map<String, String> fields, String name) throws MalformedEntry {
        return optional(fields, name)
                .orElseThrow(() -> new MalformedEntry("it has no field \"" + name + "\""));
    }

    static Optional<String> optional(Map<String, String> fields, String name) {
        return Optional.ofNullable(fields.get(name));
    }

    static long number(Map<String, String> fields, String name) throws MalformedEntry {
        try {
            return Long.parseLong(text(fields, name));
        } catch (NumberFormatException e) {
            throw new MalformedEntry("its field \"" + name + "\" is no number");
        }
    }

    private Map<String, String> object() throws MalformedEntry {
        var fields = new LinkedHashMap<String, String>();
        expect('{');
        do {
            var name = quoted();
            expect(':');
            if (fields.put(name, peek() == '"' ? quoted() : digits()) != null) {
                throw new MalformedEntry("its field \"" + name + "\" is there twice");
            }
        } while (next() == ',');
        at--;
        expect('}');
        if (at != line.length()) {
            throw new MalformedEntry("something follows its end");
        }
        return fields;
    }

    private String digits() throws MalformedEntry {
        int from = at;
        while (peek() >= '0' && peek() <= '9' && at - from <= MOST_DIGITS) {
            at++;
        }
        if (at == from || at - from > MOST_DIGITS) {
            throw new MalformedEntry("a whole number or a text is missing at byte " + (from + 1));
        }
        return line.substring(from, at);
    }

    private String quoted() throws MalformedEntry {
        expect('"');
        int end = at;
        while (end < line.length() && line.charAt(end) != '"' && line.charAt(end) != '\\') {
            end++;
        }
        if (end < line.length() && line.charAt(end) == '"') {
            var plain = line.substring(at, end);
            at = end + 1;
            return plain;
        }
        return withEscapes();
    }

    private String withEscapes() throws MalformedEntry {
        var text = new StringBuilder();
        for (char each = next(); each != '"'; each = next()) {
            text.append(each == '\\' ? escaped() : each);
        }
        return text.toString();
    }

    private char escaped() throws MalformedEntry {
        char each = next();
        if (each == '"' || each == '\\') {
            return each;
        }
        if (each != 'u') {
            throw new MalformedEntry("an escape is wrong at byte " + at);
        }
        int code = 0;
        for (int digit = 0; digit < 4; digit++) {
            int value = Character.digit(next(), 16);
            if (value < 0) {
                throw new MalformedEntry("an escape is wrong at byte " + at);
            }
            code = (code << 4) | value;
        }
        return (char) code;
    }

    private char peek() throws MalformedEntry {
        if (at >= line.length()) {
            throw new MalformedEntry("it ends too early");
        }
        return line.charAt(at);
    }

    private char next() throws MalformedEntry {
        char each = peek();
        at++;
        return each;
    }

    private void expect(char wanted) throws MalformedEntry {
        if (next() != wanted) {
            throw new MalformedEntry("'%s' is missing at byte %d".formatted(wanted, at));
        }
    }
}
