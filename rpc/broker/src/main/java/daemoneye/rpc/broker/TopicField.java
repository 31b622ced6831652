package daemoneye.rpc.broker;

import daemoneye.rpc.protocol.topic.Topic;
import daemoneye.rpc.transport.frame.MalformedFrame;

import java.nio.charset.StandardCharsets;

/// Reads the topic at the front of a published body or a request, unchecked: whether it is one is
/// found out when it is first seen, and remembered with its audience. That spares every further
/// message the check.
final class TopicField {
    private TopicField() {}

    static String read(byte[] body) throws MalformedFrame {
        int length = body.length < 2 ? -1 : (body[0] & 0xff) << 8 | (body[1] & 0xff);
        if (length < 0 || length > Topic.MAX_BYTES || length > body.length - 2) {
            throw new MalformedFrame(
                    "topic is cut off or longer than %d bytes".formatted(Topic.MAX_BYTES));
        }
        // Bytes that are not ASCII become characters that no topic may have.
        return new String(body, 2, length, StandardCharsets.ISO_8859_1);
    }
}
