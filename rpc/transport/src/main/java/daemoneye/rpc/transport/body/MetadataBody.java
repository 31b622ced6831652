package daemoneye.rpc.transport.body;

import daemoneye.rpc.protocol.message.CorrelationMetadata;
import daemoneye.rpc.transport.frame.ByteReader;
import daemoneye.rpc.transport.frame.ByteWriter;
import daemoneye.rpc.transport.frame.MalformedFrame;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Correlation metadata within an envelope:
///
/// ```
/// u8   presence     bit 0 parent, 1 root, 2 trace, 3 span, 4 sequence, 5 stage, 6 workflow
/// text correlation
/// text parent, text root, text trace, text span, i64 sequence, text stage, text workflow
///                   those whose bit is set, in this order
/// u8   hops
/// u8   tags         at most 64; then a text for the name and a text for the value of each
/// ```
///
/// A newer version may add fields at the end, which are skipped.
final class MetadataBody {
    /// Most bytes of each text: the design's limit for header fields.
    private static final int MAX_TEXT = 512;

    private static final int MOST_HOPS = 255;

    private MetadataBody() {}

    static void write(ByteWriter to, CorrelationMetadata data) {
        to.u8(presence(data)).text("metadata.correlation", data.correlationId(), MAX_TEXT);
        text(to, "metadata.parent", data.parent());
        text(to, "metadata.root", data.root());
        text(to, "metadata.trace", data.traceId());
        text(to, "metadata.span", data.spanId());
        if (data.sequence() != 0) {
            to.i64(data.sequence());
        }
        text(to, "metadata.stage", data.stage());
        text(to, "metadata.workflow", data.workflow());
        to.u8(checkedHops(data.hops())).u8(data.tags().size());
        for (var tag : data.tags().entrySet()) {
            to.text("metadata.tags", tag.getKey(), MAX_TEXT)
                    .text("metadata.tags." + tag.getKey(), tag.getValue(), MAX_TEXT);
        }
    }

    static CorrelationMetadata read(ByteReader from) throws MalformedFrame {
        int present = from.u8("metadata.presence");
        return new CorrelationMetadata(
                from.text("metadata.correlation", MAX_TEXT),
                text(from, present, 0, "metadata.parent"),
                text(from, present, 1, "metadata.root"),
                text(from, present, 2, "metadata.trace"),
                text(from, present, 3, "metadata.span"),
                isSet(present, 4) ? from.i64("metadata.sequence") : 0,
                text(from, present, 5, "metadata.stage"),
                text(from, present, 6, "metadata.workflow"),
                from.u8("metadata.hops"),
                tags(from));
    }

    private static int presence(CorrelationMetadata data) {
        return bit(0, data.parent().isPresent())
                | bit(1, data.root().isPresent())
                | bit(2, data.traceId().isPresent())
                | bit(3, data.spanId().isPresent())
                | bit(4, data.sequence() != 0)
                | bit(5, data.stage().isPresent())
                | bit(6, data.workflow().isPresent());
    }

    private static int bit(int number, boolean set) {
        return set ? 1 << number : 0;
    }

    private static boolean isSet(int bits, int number) {
        return (bits & 1 << number) != 0;
    }

    private static void text(ByteWriter to, String field, Optional<String> value) {
        value.ifPresent(text -> to.text(field, text, MAX_TEXT));
    }

    private static Optional<String> text(ByteReader from, int present, int number, String field)
            throws MalformedFrame {
        return isSet(present, number) ? Optional.of(from.text(field, MAX_TEXT)) : Optional.empty();
    }

    private static int checkedHops(int hops) {
        if (hops < 0 || hops > MOST_HOPS) {
            throw new IllegalArgumentException(
                    "metadata.hops is %d, at most %d are allowed".formatted(hops, MOST_HOPS));
        }
        return hops;
    }

    private static Map<String, String> tags(ByteReader from) throws MalformedFrame {
        int count = from.u8("metadata.tags");
        if (count > CorrelationMetadata.MAX_TAGS) {
            throw new MalformedFrame(
                    "metadata.tags are %d, at most %d are allowed"
                            .formatted(count, CorrelationMetadata.MAX_TAGS));
        }
        if (count == 0) {
            return Map.of();
        }
        var tags = new LinkedHashMap<String, String>();
        for (int at = 0; at < count; at++) {
            var name = from.text("metadata.tags", MAX_TEXT);
            var value = from.text("metadata.tags." + name, MAX_TEXT);
            if (tags.put(name, value) != null) {
                throw new MalformedFrame("metadata.tags has \"" + name + "\" twice");
            }
        }
        return tags;
    }
}
