package daemoneye.rpc.protocol.topic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;

class PatternSetsTest {
    @ParameterizedTest(name = "{0} and {1}: covers {2}, meets {3}")
    @CsvSource({
        "events.#,           events.#,             true,  true",
        "events.#,           events,               true,  true",
        "events.#,           events.process.+.a,   true,  true",
        "events.#,           +.process,            false, true",
        "events.#,           control.#,            false, false",
        "events.audit.#,     events.#,             false, true",
        "events.audit.#,     events.+,             false, true",
        "events.audit.#,     events.process.#,     false, false",
        "events.+.+,         events.a.b,           true,  true",
        "events.+.+,         events.a.#,           false, true",
        "events.+.+,         events.a,             false, false",
        "events.a,           events.+,             false, true",
        "events.a,           events.a.#,           false, true",
        "control.+.a,        control.b.+,          false, true",
    })
    void oneLiesInsideTheOther(String one, String other, boolean covers, boolean meets) {
        var first = new TopicPattern(one);
        var second = new TopicPattern(other);
        assertThat(first.covers(second)).isEqualTo(covers);
        assertThat(first.meets(second)).isEqualTo(meets);
        assertThat(second.meets(first)).isEqualTo(meets);
    }

    /// Every pattern of up to three segments over a small alphabet, against every topic of up to
    /// four: what is said of patterns must be what follows from their topics.
    @Test
    void whatIsSaidOfPatternsIsTrueOfTheirTopics() {
        var topics = new ArrayList<>(List.of("events"));
        words(List.of("a", "b"), 3).forEach(each -> topics.add("events." + each));
        var patterns = new ArrayList<TopicPattern>();
        for (var tail : words(List.of("a", "b", "+", "#"), 2)) {
            if (TopicPattern.fault("events." + tail).isEmpty()) {
                patterns.add(new TopicPattern("events." + tail));
            }
        }
        assertThat(patterns).hasSizeGreaterThan(12);
        for (var one : patterns) {
            for (var other : patterns) {
                var both = topics.stream().filter(t -> matches(one, t) && matches(other, t));
                var outside = topics.stream().filter(t -> !matches(one, t) && matches(other, t));
                assertThat(one.meets(other))
                        .as("%s meets %s", one, other)
                        .isEqualTo(both.findAny().isPresent());
                assertThat(one.covers(other))
                        .as("%s covers %s", one, other)
                        .isEqualTo(outside.findAny().isEmpty());
            }
        }
    }

    private static boolean matches(TopicPattern pattern, String topic) {
        return pattern.matches(new Topic(topic));
    }

    private static List<String> words(List<String> letters, int most) {
        var all = new ArrayList<>(letters);
        var last = letters;
        for (int length = 2; length <= most; length++) {
            var longer = new ArrayList<String>();
            last.forEach(head -> letters.forEach(letter -> longer.add(head + "." + letter)));
            all.addAll(longer);
            last = longer;
        }
        return all;
    }
}
