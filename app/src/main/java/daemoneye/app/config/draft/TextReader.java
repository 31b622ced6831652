package daemoneye.app.config.draft;

import daemoneye.app.text.Messages;
import daemoneye.app.text.SafeText;
import daemoneye.rpc.client.schema.ConfigJson;
import daemoneye.rpc.protocol.value.ConfigValue;

import tools.jackson.core.JacksonException;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads the text of a configuration, and says where it is wrong in words.
final class TextReader {
    private static final JsonFactory FACTORY = new JsonFactory();

    /// What the parser says, and what we say for it; the first that fits.
    private static final Map<String, String> HINTS = hints();

    private TextReader() {}

    /// What was read.
    sealed interface Reading {}

    record Good(Map<String, ConfigValue> values) implements Reading {}

    record Bad(TextTrouble trouble) implements Reading {}

    static Reading read(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
            while (parser.nextToken() != null) {
                // Only to find where it is wrong.
            }
        } catch (JacksonException e) {
            return new Bad(trouble(e, text));
        }
        try {
            var values = ConfigJson.object(bytes);
            return endless(values)
                    .<Reading>map(
                            name -> new Bad(at(text, name, Messages.text("config.json.endless"))))
                    .orElseGet(() -> new Good(values));
        } catch (IllegalArgumentException e) {
            var sentence = SafeText.of(String.valueOf(e.getMessage()), 200);
            return new Bad(at(place(text, sentence), Messages.text("config.json.wrong", sentence)));
        }
    }

    // JSON may say 1e999, but nothing can hold that.
    private static Optional<String> endless(Map<String, ConfigValue> values) {
        return values.entrySet().stream()
                .filter(each -> isEndless(each.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean isEndless(ConfigValue value) {
        return switch (value) {
            case ConfigValue.Decimal(var number) -> !Double.isFinite(number);
            case ConfigValue.Items(var items) -> items.stream().anyMatch(TextReader::isEndless);
            case ConfigValue.Table(var entries) -> endless(entries).isPresent();
            case ConfigValue.Text _,
                    ConfigValue.Whole _,
                    ConfigValue.Flag _,
                    ConfigValue.Nothing _ ->
                    false;
        };
    }

    /// Where a setting stands.
    static TextTrouble at(String text, String name, String sentence) {
        return at(last(text, name), sentence);
    }

    private static TextTrouble at(int[] place, String sentence) {
        return new TextTrouble(place[0], place[1], sentence);
    }

    private static TextTrouble trouble(JacksonException fault, String text) {
        var said = String.valueOf(fault.getOriginalMessage());
        var hint =
                HINTS.entrySet().stream()
                        .filter(each -> said.contains(each.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse("config.json.other");
        var at = fault.getLocation();
        int[] place =
                at == null
                        ? end(text)
                        : new int[] {Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr())};
        return at(place, Messages.text(hint));
    }

    private static Map<String, String> hints() {
        var hints = new LinkedHashMap<String, String>();
        hints.put("end-of-input", "config.json.end");
        hints.put("expecting comma", "config.json.comma");
        hints.put("start field name", "config.json.name");
        hints.put("start property name", "config.json.name");
        hints.put("expecting a colon", "config.json.colon");
        hints.put("separate property name", "config.json.colon");
        hints.put("separate field name", "config.json.colon");
        hints.put("Unrecognized token", "config.json.token");
        hints.put("expecting a value", "config.json.value");
        hints.put("expected a value", "config.json.value");
        hints.put("Unexpected close marker", "config.json.close");
        return hints;
    }

    private static int[] end(String text) {
        var lines = text.split("\n", -1);
        return new int[] {lines.length, lines[lines.length - 1].length() + 1};
    }

    // "scan_interval_ms is there twice" names what it means first.
    private static int[] place(String text, String sentence) {
        return last(text, List.of(sentence.split("[ .\\[]")).getFirst());
    }

    private static int[] last(String text, String name) {
        var found = Pattern.compile(Pattern.quote('"' + name + '"')).matcher(text);
        int at = -1;
        while (found.find()) {
            at = found.start();
        }
        if (at < 0) {
            return new int[] {1, 1};
        }
        var before = text.substring(0, at).split("\n", -1);
        return new int[] {before.length, before[before.length - 1].length() + 1};
    }
}
