package daemoneye.rpc.transport.body;

import daemoneye.rpc.protocol.topic.Topic;
import daemoneye.rpc.transport.frame.ByteReader;
import daemoneye.rpc.transport.frame.ByteWriter;
import daemoneye.rpc.transport.frame.MalformedFrame;

/// The body of SUBSCRIBE: one text, the pattern as written. Whether it is a pattern is for the
/// broker to say, which refuses the subscription and not the link.
public final class PatternBody {
    private PatternBody() {}

    public static byte[] write(String pattern) {
        return new ByteWriter(2 + pattern.length())
                .text("subscribe.pattern", pattern, Topic.MAX_BYTES)
                .toBytes();
    }

    public static String read(byte[] body) throws MalformedFrame {
        var reader = new ByteReader(body);
        var pattern = reader.text("subscribe.pattern", Topic.MAX_BYTES);
        reader.end("subscribe");
        return pattern;
    }
}
