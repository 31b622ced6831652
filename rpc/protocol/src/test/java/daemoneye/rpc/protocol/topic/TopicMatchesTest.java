package daemoneye.rpc.protocol.topic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class TopicMatchesTest {
    @ParameterizedTest(name = "{0} against {1}: {2}")
    @CsvFileSource(resources = "/topic-matches.csv", numLinesToSkip = 1, commentCharacter = '%')
    void everyLineOfTheTruthTableHolds(String pattern, String topic, String expected) {
        assertThat(resultOf(pattern, topic)).isEqualTo(expected);
    }

    private static String resultOf(String pattern, String topic) {
        if (TopicPattern.fault(pattern).isPresent()) {
            return "pattern-error";
        }
        if (Topic.fault(topic).isPresent()) {
            return "topic-error";
        }
        return new TopicPattern(pattern).matches(new Topic(topic)) ? "match" : "no-match";
    }
}
