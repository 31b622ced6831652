package daemoneye.rpc.protocol.topic;

import java.util.Optional;

/// What a subscription asks for: a topic in which `+` stands for exactly one segment and `#`, only
/// at the end, for zero or more.
public record TopicPattern(String text) {
    /// @throws IllegalArgumentException naming the offending character, if `text` is no pattern
    public TopicPattern {
        fault(text)
                .ifPresent(
                        why -> {
                            throw new IllegalArgumentException(why);
                        });
    }

    /// The pattern that matches exactly one topic.
    public static TopicPattern exactly(Topic topic) {
        return new TopicPattern(topic.text());
    }

    /// What is wrong with `text` as a pattern, if anything.
    public static Optional<String> fault(String text) {
        var size = TopicGrammar.sizeFault(text);
        if (size.isPresent()) {
            return size;
        }
        var segments = TopicGrammar.split(text);
        for (int at = 0; at < segments.length; at++) {
            var fault = segmentFault(segments, at);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> segmentFault(String[] segments, int at) {
        var segment = segments[at];
        if (segment.equals("#")) {
            return at == segments.length - 1
                    ? Optional.empty()
                    : Optional.of("character '#' is allowed only as the last segment of a pattern");
        }
        if (segment.equals("+")) {
            return Optional.empty();
        }
        var fault = TopicGrammar.segmentFault(segment);
        return fault.isEmpty() && at == 0 ? TopicGrammar.firstSegmentFault(segment) : fault;
    }

    /// Whether a message to `topic` reaches a subscriber of this pattern.
    public boolean matches(Topic topic) {
        var wanted = TopicGrammar.split(text);
        var given = TopicGrammar.split(topic.text());
        for (int at = 0; at < wanted.length; at++) {
            if (wanted[at].equals("#")) {
                return true;
            }
            if (at >= given.length || !(wanted[at].equals("+") || wanted[at].equals(given[at]))) {
                return false;
            }
        }
        return wanted.length == given.length;
    }

    /// Whether everything that `other` matches is matched by this one, too.
    public boolean covers(TopicPattern other) {
        var mine = TopicGrammar.split(text);
        var theirs = TopicGrammar.split(other.text);
        for (int at = 0; at < mine.length; at++) {
            if (mine[at].equals("#")) {
                return true;
            }
            if (at >= theirs.length || !coversSegment(mine[at], theirs[at])) {
                return false;
            }
        }
        return mine.length == theirs.length;
    }

    /// Whether some topic is matched by both.
    public boolean meets(TopicPattern other) {
        var mine = TopicGrammar.split(text);
        var theirs = TopicGrammar.split(other.text);
        int shared = Math.min(mine.length, theirs.length);
        for (int at = 0; at < shared; at++) {
            if (mine[at].equals("#") || theirs[at].equals("#")) {
                return true;
            }
            if (!coversSegment(mine[at], theirs[at]) && !coversSegment(theirs[at], mine[at])) {
                return false;
            }
        }
        return mine.length == theirs.length || endsThere(mine, shared) || endsThere(theirs, shared);
    }

    /// `#` matches no segment as well, so `a.#` meets `a`.
    private static boolean endsThere(String[] segments, int shared) {
        return segments.length == shared + 1 && segments[shared].equals("#");
    }

    private static boolean coversSegment(String mine, String theirs) {
        return !theirs.equals("#") && (mine.equals("+") || mine.equals(theirs));
    }

    /// Whether the pattern has no wildcard, and so matches one topic at most.
    public boolean isExact() {
        return !text.endsWith("#") && text.indexOf('+') < 0;
    }

    @Override
    public String toString() {
        return text;
    }
}
