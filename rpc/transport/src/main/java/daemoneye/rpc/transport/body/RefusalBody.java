package daemoneye.rpc.transport.body;

import daemoneye.rpc.transport.frame.ByteReader;
import daemoneye.rpc.transport.frame.ByteWriter;
import daemoneye.rpc.transport.frame.MalformedFrame;

/// The body of REFUSED and BYE: `text code, text sentence`. This layout holds for every protocol
/// version; a newer one may add fields at the end, which are skipped.
///
/// @param code for programs, e.g. `no_responder`, at most [#MAX_CODE] bytes
/// @param sentence for people, at most [#MAX_SENTENCE] bytes
public record RefusalBody(String code, String sentence) {
    /// Most bytes of a code.
    public static final int MAX_CODE = 64;

    /// Most bytes of a sentence.
    public static final int MAX_SENTENCE = 1024;

    /// A sentence that is too long is cut, because a refusal must get through.
    ///
    /// @throws IllegalArgumentException if the code is longer than [#MAX_CODE] bytes
    public byte[] toBytes() {
        // A character takes at most 3 bytes in UTF-8 (a surrogate pair 4).
        int most = MAX_SENTENCE / 3;
        var cut = sentence.length() <= most ? sentence : sentence.substring(0, most - 1) + "…";
        return new ByteWriter(4 + code.length() + cut.length())
                .text("refusal.code", code, MAX_CODE)
                .text("refusal.sentence", cut, MAX_SENTENCE)
                .toBytes();
    }

    public static RefusalBody read(byte[] body) throws MalformedFrame {
        var reader = new ByteReader(body);
        return new RefusalBody(
                reader.text("refusal.code", MAX_CODE),
                reader.text("refusal.sentence", MAX_SENTENCE));
    }
}
