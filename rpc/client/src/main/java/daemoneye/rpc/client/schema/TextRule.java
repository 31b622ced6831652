package daemoneye.rpc.client.schema;

import daemoneye.rpc.protocol.value.ConfigValue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a schema asks of texts, in the words of JSON Schema: `maxLength` in code points, `pattern`
/// found anywhere, `maxItems` and `uniqueItems` of a list.
record TextRule(int mostChars, Optional<Pattern> pattern, int mostItems, boolean unique) {
    /// Whether `text` surely fits. Not sure of ends of lines: where Java's patterns and those of
    /// JSON Schema differ.
    boolean fits(String text) {
        return text.chars().noneMatch(TextRule::endsLine)
                && text.codePointCount(0, text.length()) <= mostChars
                && pattern.map(each -> each.matcher(text).find()).orElse(true);
    }

    private static boolean endsLine(int each) {
        return each == '\n' || each == '\r' || each == 0x85 || each == 0x2028 || each == 0x2029;
    }

    boolean fits(List<ConfigValue> items) {
        return items.size() <= mostItems
                && (!unique || new HashSet<>(items).size() == items.size())
                && items.stream()
                        .allMatch(each -> each instanceof ConfigValue.Text(var text) && fits(text));
    }
}
