package daemoneye.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.ChoiceFormat;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Holds the German bundles to the English ones.
class BundlesTest {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)(,choice,)?");

    /// Letters that are the same in both languages.
    private static final Set<String> SAME =
            Set.of(
                    "app.title",
                    "about.build",
                    "about.java",
                    "about.javaFx",
                    "about.system",
                    "about.title",
                    "about.version",
                    "rail.audit",
                    "audit.title",
                    "audit.live",
                    "audit.field.format",
                    "fleet.column.cpu",
                    "detail.history.cpu",
                    "fact.agent",
                    "profile.name",
                    "profile.port",
                    "profile.path",
                    "profile.path.prompt",
                    "command.form.THEME",
                    "palette.key.tab",
                    "palette.key.escape",
                    "config.place.text",
                    "config.history.version",
                    "bulk.export.csv",
                    "bulk.export.json",
                    "shutdown.time.unit",
                    "settings.language.system",
                    "settings.language.en",
                    "settings.language.de",
                    "settings.theme.system",
                    "settings.motion.system",
                    "age.seconds",
                    "age.minutes",
                    "age.hours");

    @ParameterizedTest
    @ValueSource(strings = {"messages", "controls"})
    void everyTextIsInBothLanguages(String name) throws IOException {
        assertThat(read(name + "_de").keySet()).isEqualTo(read(name).keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "messages_de", "controls", "controls_de"})
    void noKeyStandsTwice(String name) throws IOException {
        var keys =
                text(name)
                        .lines()
                        .filter(line -> line.contains("=") && !line.startsWith("#"))
                        .map(line -> line.substring(0, line.indexOf('=')).strip())
                        .toList();
        assertThat(keys).doesNotHaveDuplicates().hasSameSizeAs(read(name).keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "controls"})
    void bothLanguagesHaveTheSamePlaces(String name) throws IOException {
        var german = read(name + "_de");
        read(name)
                .forEach(
                        (key, text) ->
                                assertThat(places(german.getOrDefault(key, "")))
                                        .as(key)
                                        .isEqualTo(places(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "messages_de", "controls", "controls_de"})
    void everyTextCanBeFilled(String name) throws IOException {
        var locale = name.endsWith("_de") ? Locale.GERMAN : Locale.ENGLISH;
        for (var entry : read(name).entrySet()) {
            var form = new MessageFormat(entry.getValue(), locale);
            for (long number : List.of(0L, 1L, 2L, 7L)) {
                assertThat(form.format(values(form, number)))
                        .as(entry.getKey())
                        .doesNotContain("{", "}", "null");
            }
        }
    }

    // A single quote in a pattern swallows what follows, so both languages use typographic ones;
    // texts without places are not formatted.
    @ParameterizedTest
    @ValueSource(strings = {"messages", "messages_de", "controls", "controls_de"})
    void noQuoteSwallowsAPlace(String name) throws IOException {
        read(name)
                .forEach(
                        (key, text) -> {
                            if (!places(text).isEmpty()) {
                                assertThat(text).as(key).doesNotContain("'");
                            }
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "controls"})
    void nothingIsLeftUntranslated(String name) throws IOException {
        var german = read(name + "_de");
        var same = new TreeSet<String>();
        read(name)
                .forEach(
                        (key, text) -> {
                            if (hasWords(text) && text.equals(german.get(key))) {
                                same.add(key);
                            }
                        });
        same.removeAll(SAME);
        assertThat(same).as("translate, or list as the same in both languages").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "controls"})
    void whatIsListedAsTheSameIsTheSame(String name) throws IOException {
        var english = read(name);
        var german = read(name + "_de");
        SAME.stream()
                .filter(english::containsKey)
                .forEach(key -> assertThat(german.get(key)).isEqualTo(english.get(key)));
        assertThat(SAME).allMatch(key -> has("messages", key) || has("controls", key), "is a key");
    }

    private static boolean has(String name, String key) {
        try {
            return read(name).containsKey(key);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean hasWords(String text) {
        return Pattern.compile("\\p{L}{2}").matcher(PLACE.matcher(text).replaceAll("")).find();
    }

    /// A number where a choice is made, so that each of its branches is seen. Ten are enough, also
    /// for places inside of choices.
    private static Object[] values(MessageFormat form, long number) {
        var formats = form.getFormatsByArgumentIndex();
        var values = new Object[10];
        for (int i = 0; i < values.length; i++) {
            boolean choice = i < formats.length && formats[i] instanceof ChoiceFormat;
            values[i] = choice ? (Object) number : "x" + number;
        }
        return values;
    }

    /// The places of a text, in order, with how each is filled.
    private static Set<String> places(String text) {
        return PLACE.matcher(text.replace(" ", ""))
                .results()
                .map(place -> place.group(1) + (place.group(2) == null ? "" : " choice"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> read(String name) throws IOException {
        var properties = new Properties();
        properties.load(new java.io.StringReader(text(name)));
        var all = new TreeMap<String, String>();
        properties.forEach((key, value) -> all.put((String) key, (String) value));
        return all;
    }

    private static String text(String name) throws IOException {
        var address = "/i18n/" + name + ".properties";
        try (var in = BundlesTest.class.getResourceAsStream(address);
                var reader =
                        new InputStreamReader(
                                java.util.Objects.requireNonNull(in), StandardCharsets.UTF_8)) {
            return reader.readAllAsString();
        }
    }
}
