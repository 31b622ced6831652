package daemoneye.rpc.protocol.topic;

import java.util.Optional;
import java.util.Set;

/// The rules that topics and patterns share. Each answer is a sentence that names the offence.
final class TopicGrammar {
    private static final Set<String> ROOTS = Set.of("events", "control", "response");

    private TopicGrammar() {}

    static String[] split(String text) {
        return text.split("\\.", -1);
    }

    static Optional<String> topicFault(String text) {
        return isTopic(text) ? Optional.empty() : explained(text);
    }

    /// Each message that arrives is asked this, so it is one pass that makes nothing.
    private static boolean isTopic(String text) {
        int segments = 1;
        int began = 0;
        for (int at = 0; at < text.length(); at++) {
            char each = text.charAt(at);
            if (each == '.') {
                if (at == began || (segments == 1 && !ROOTS.contains(text.substring(0, at)))) {
                    return false;
                }
                segments++;
                began = at + 1;
            } else if (!allowed(each)) {
                return false;
            }
        }
        return (segments > 1 ? began < text.length() : ROOTS.contains(text))
                && segments <= Topic.MAX_SEGMENTS
                && text.length() <= Topic.MAX_BYTES;
    }

    private static Optional<String> explained(String text) {
        return sizeFault(text)
                .or(() -> firstSegmentFault(split(text)[0]))
                .or(() -> anySegmentFault(split(text)));
    }

    static Optional<String> sizeFault(String text) {
        if (text.isEmpty()) {
            return Optional.of("a topic is empty");
        }
        if (text.length() > Topic.MAX_BYTES) {
            return Optional.of(
                    "a topic has %d characters, at most %d are allowed"
                            .formatted(text.length(), Topic.MAX_BYTES));
        }
        int segments = split(text).length;
        return segments <= Topic.MAX_SEGMENTS
                ? Optional.empty()
                : Optional.of(
                        "topic \"%s\" is %d deep, at most %d segments are allowed"
                                .formatted(text, segments, Topic.MAX_SEGMENTS));
    }

    static Optional<String> firstSegmentFault(String first) {
        return ROOTS.contains(first)
                ? Optional.empty()
                : Optional.of(
                        "a topic begins with \"events\" or \"control\", not \"" + first + "\"");
    }

    static Optional<String> segmentFault(String segment) {
        if (segment.isEmpty()) {
            return Optional.of(
                    "a topic has an empty segment: two dots follow each other or end it");
        }
        return segment.chars()
                .filter(each -> !allowed(each))
                .mapToObj(
                        each ->
                                "character '%s' is not allowed in a topic, use a-z 0-9 _ -"
                                        .formatted(Character.toString(each)))
                .findFirst();
    }

    private static Optional<String> anySegmentFault(String[] segments) {
        for (var segment : segments) {
            var fault = segmentFault(segment);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private static boolean allowed(int each) {
        return (each >= 'a' && each <= 'z')
                || (each >= '0' && each <= '9')
                || each == '_'
                || each == '-';
    }
}
