package daemoneye.rpc.transport.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daemoneye.rpc.protocol.message.CorrelationMetadata;
import daemoneye.rpc.protocol.message.Envelope;
import daemoneye.rpc.protocol.message.MessageType;
import daemoneye.rpc.protocol.topic.Topic;
import daemoneye.rpc.transport.frame.MalformedFrame;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

class EnvelopeBodyTest {
    private static final Topic TOPIC = new Topic("control.health.heartbeat.procmond");
    private static final byte[] PAYLOAD = {9, 8, 7};

    private static CorrelationMetadata full(Map<String, String> tags) {
        return new CorrelationMetadata(
                "c-1",
                Optional.of("parent"),
                Optional.of("root"),
                Optional.of("4bf92f3577b34da6a3ce929d0e0e4736"),
                Optional.of("00f067aa0ba902b7"),
                Long.MAX_VALUE,
                Optional.of("canary"),
                Optional.of("rollout-7"),
                255,
                tags);
    }

    private static Envelope envelope(CorrelationMetadata metadata) {
        var at = Instant.parse("2026-07-01T10:20:30.123456Z");
        return Envelope.outgoing(TOPIC, metadata, MessageType.CONTROL, at, PAYLOAD);
    }

    private static byte[] stamped(byte[] body) {
        var stamp = EnvelopeBody.stamp("agent-1#4");
        return ByteBuffer.allocate(stamp.length + body.length).put(stamp).put(body).array();
    }

    private static void sameBut(Envelope read, Envelope written, String sender) {
        assertThat(read)
                .usingRecursiveComparison()
                .isEqualTo(
                        new Envelope(
                                written.topic(),
                                written.correlation(),
                                sender,
                                written.type(),
                                written.timestamp(),
                                written.payload()));
    }

    @ParameterizedTest
    @EnumSource
    void theMessageTypeTravelsInTheFlags(MessageType type) {
        assertThat(EnvelopeBody.typeOf(EnvelopeBody.flagsOf(type) | 0xfffc)).isEqualTo(type);
    }

    @Test
    void anEnvelopeComesBackAsItWas() throws MalformedFrame {
        for (var metadata :
                new CorrelationMetadata[] {
                    CorrelationMetadata.none(),
                    CorrelationMetadata.of("0b1c"),
                    CorrelationMetadata.of("0b1c").child("2d3e"),
                    full(Map.of()),
                    full(Map.of("zone", "é"))
                }) {
            var sent = envelope(metadata);
            var body = EnvelopeBody.write(sent);
            sameBut(EnvelopeBody.read(1, body), sent, "");
            sameBut(EnvelopeBody.readStamped(1, stamped(body)), sent, "agent-1#4");
        }
    }

    @Test
    void theSenderThatAClientClaimsDoesNotTravel() throws MalformedFrame {
        var at = Instant.EPOCH;
        var none = CorrelationMetadata.none();
        var forged = new Envelope(TOPIC, none, "root#0", MessageType.EVENT, at, PAYLOAD);
        assertThat(EnvelopeBody.read(0, EnvelopeBody.write(forged)).sender()).isEmpty();
    }

    @Test
    void theBrokerReadsTheTopicAlone() throws MalformedFrame {
        var body = EnvelopeBody.write(envelope(full(Map.of())));
        assertThat(EnvelopeBody.topicOf(Arrays.copyOf(body, 2 + TOPIC.text().length())))
                .isEqualTo(TOPIC);
    }

    @Test
    void aTopicThatIsNoneIsRefusedWithItsOwnSentence() {
        var body = EnvelopeBody.write(envelope(CorrelationMetadata.none()));
        body[5] = '+';
        assertThatThrownBy(() -> EnvelopeBody.topicOf(body))
                .isInstanceOf(MalformedFrame.class)
                .hasMessage("a topic begins with \"events\" or \"control\", not \"con+rol\"");
    }

    @Test
    void anEnvelopeCutOffBeforeItsPayloadIsRefused() {
        var body = EnvelopeBody.write(envelope(full(Map.of("a", "b"))));
        for (int length = 0; length < body.length - PAYLOAD.length; length++) {
            var cut = Arrays.copyOf(body, length);
            assertThatThrownBy(() -> EnvelopeBody.read(1, cut)).isInstanceOf(MalformedFrame.class);
        }
    }

    @Test
    void metadataOfANewerVersionMaySayMore() throws MalformedFrame {
        var sent = envelope(CorrelationMetadata.none());
        var body = EnvelopeBody.write(sent);
        int at = 2 + TOPIC.text().length();
        int length = ByteBuffer.wrap(body).getShort(at);
        var newer = ByteBuffer.allocate(body.length + 2).put(body, 0, at);
        newer.putShort((short) (length + 2)).put(body, at + 2, length).putShort((short) 99);
        newer.put(body, at + 2 + length, body.length - at - 2 - length);
        sameBut(EnvelopeBody.read(1, newer.array()), sent, "");
    }

    @Test
    void metadataThatLeavesItsOwnLengthIsRefused() {
        var body = EnvelopeBody.write(envelope(full(Map.of())));
        body[2 + TOPIC.text().length() + 1]--;
        assertThatThrownBy(() -> EnvelopeBody.read(1, body))
                .hasMessageContaining("metadata.tags is cut off");
    }

    @Test
    void sixtyFourTagsPassAndSixtyFiveAreRefused() throws MalformedFrame {
        var sent = envelope(full(tags(64, 200)));
        var body = EnvelopeBody.write(sent);
        sameBut(EnvelopeBody.read(1, body), sent, "");
        var bare = EnvelopeBody.write(envelope(CorrelationMetadata.none()));
        bare[2 + TOPIC.text().length() + 2 + 4] = 65;
        assertThatThrownBy(() -> EnvelopeBody.read(1, bare))
                .hasMessage("metadata.tags are 65, at most 64 are allowed");
    }

    @Test
    void aTagGivenTwiceIsRefused() {
        var body = EnvelopeBody.write(envelope(full(tags(2, 1))));
        var text = new String(body, java.nio.charset.StandardCharsets.ISO_8859_1);
        body[text.indexOf("tag-1") + 4] = '0';
        assertThatThrownBy(() -> EnvelopeBody.read(1, body))
                .hasMessage("metadata.tags has \"tag-0\" twice");
    }

    @Test
    void fieldsOverTheirBoundsNeverLeaveAndAreNamed() {
        assertThatThrownBy(() -> EnvelopeBody.write(envelope(full(tags(1, 513)))))
                .hasMessage("metadata.tags.tag-0 has 513 bytes, at most 512 are allowed");
        assertThatThrownBy(() -> EnvelopeBody.write(envelope(full(longTags()))))
                .hasMessageStartingWith("metadata has 6");
        assertThatThrownBy(() -> EnvelopeBody.stamp("x".repeat(161)))
                .hasMessageStartingWith("sender has 161 bytes");
    }

    @Test
    void randomBytesAreAnEnvelopeOrRefusedAndNothingElse() {
        var random = new Random(4);
        var good = EnvelopeBody.write(envelope(full(tags(3, 4))));
        int refused = 0;
        for (int round = 0; round < 100_000; round++) {
            var bytes = good.clone();
            for (int change = 0; change < 3; change++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            refused += refuses(bytes) ? 1 : 0;
        }
        assertThat(refused).isBetween(20_000, 99_000);
    }

    private static boolean refuses(byte[] body) {
        try {
            EnvelopeBody.read(0, body);
            return false;
        } catch (MalformedFrame expected) {
            return true;
        }
    }

    private static Map<String, String> tags(int count, int length) {
        var tags = new LinkedHashMap<String, String>();
        for (int at = 0; at < count; at++) {
            tags.put("tag-" + at, "v".repeat(length));
        }
        return tags;
    }

    private static Map<String, String> longTags() {
        var tags = new LinkedHashMap<String, String>();
        for (int at = 0; at < 64; at++) {
            tags.put(100 + at + "k".repeat(509), "v".repeat(512));
        }
        return tags;
    }
}
