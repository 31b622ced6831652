package daemoneye.rpc.transport.body;

import daemoneye.rpc.transport.frame.ByteReader;
import daemoneye.rpc.transport.frame.ByteWriter;
import daemoneye.rpc.transport.frame.MalformedFrame;

/// The body of CHALLENGE (the broker's nonce) and of PROOF (a proof): `u16 length, 32 bytes`; a
/// newer version may add fields at the end, which are skipped.
public final class NonceBody {
    /// Bytes of a nonce and of a proof.
    public static final int BYTES = 32;

    private NonceBody() {}

    public static byte[] write(byte[] content) {
        return new ByteWriter(2 + content.length).bytes(content).toBytes();
    }

    /// @param field for the sentence of a refusal
    public static byte[] read(String field, byte[] body) throws MalformedFrame {
        var content = new ByteReader(body).bytes(field, BYTES);
        if (content.length != BYTES) {
            throw new MalformedFrame(
                    "%s has %d bytes, %d are needed".formatted(field, content.length, BYTES));
        }
        return content;
    }
}
