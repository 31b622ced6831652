package daemoneye.rpc.transport.body;

import daemoneye.rpc.transport.frame.ByteReader;
import daemoneye.rpc.transport.frame.ByteWriter;
import daemoneye.rpc.transport.frame.MalformedFrame;

import java.util.HexFormat;

/// The end of HELLO: `text wanted role, text token, u16 length and nonce`.
///
/// @param role by its wire name; empty: what is usual for the kind of client
/// @param token name of the token that the client will prove; empty: none
/// @param nonce of the client, in hexadecimal; [NonceBody#BYTES] bytes with a token, else empty
public record EntryWish(String role, String token, String nonce) {
    /// Nothing in particular.
    public static final EntryWish NONE = new EntryWish("", "", "");

    private static final int MAX_TEXT = HelloBody.MAX_TEXT;

    void write(ByteWriter to) {
        to.text("hello.role", role, MAX_TEXT)
                .text("hello.token", token, MAX_TEXT)
                .bytes(HexFormat.of().parseHex(nonce));
    }

    /// Empty if the client is older than roles.
    static EntryWish read(ByteReader reader) throws MalformedFrame {
        if (reader.remaining() == 0) {
            return NONE;
        }
        var role = reader.text("hello.role", MAX_TEXT);
        var token = reader.text("hello.token", MAX_TEXT);
        var nonce = reader.bytes("hello.nonce", NonceBody.BYTES);
        int needed = token.isEmpty() ? 0 : NonceBody.BYTES;
        if (nonce.length != needed) {
            throw new MalformedFrame(
                    "hello.nonce has %d bytes, %d are needed".formatted(nonce.length, needed));
        }
        return new EntryWish(role, token, HexFormat.of().formatHex(nonce));
    }
}
