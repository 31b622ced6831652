package daemoneye.rpc.protocol.topic;

import java.util.List;
import java.util.Optional;

/// A validated place that messages go to: 1 to 5 segments of `[a-z0-9_-]+` joined by dots, at most
/// 255 bytes, beginning with `events`, `control` or (for replies in documents) `response`.
public record Topic(String text) {
    /// Most segments a topic may have.
    public static final int MAX_SEGMENTS = 5;

    /// Most bytes (ASCII) a topic may have.
    public static final int MAX_BYTES = 255;

    /// @throws IllegalArgumentException with a sentence for people, if `text` is no topic
    public Topic {
        fault(text)
                .ifPresent(
                        why -> {
                            throw new IllegalArgumentException(why);
                        });
    }

    /// Joins parts that are checked one by one, so that no part can smuggle in a dot.
    ///
    /// @throws IllegalArgumentException if a part is no segment or the whole is no topic
    public static Topic of(String... segments) {
        for (var segment : segments) {
            TopicGrammar.segmentFault(segment)
                    .ifPresent(
                            why -> {
                                throw new IllegalArgumentException(why);
                            });
        }
        return new Topic(String.join(".", segments));
    }

    /// What is wrong with `text` as a topic, if anything.
    public static Optional<String> fault(String text) {
        return TopicGrammar.topicFault(text);
    }

    /// The segments, first to last.
    public List<String> segments() {
        return List.of(TopicGrammar.split(text));
    }

    @Override
    public String toString() {
        return text;
    }
}
