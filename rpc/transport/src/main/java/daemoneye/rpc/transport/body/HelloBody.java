package daemoneye.rpc.transport.body;

import daemoneye.rpc.transport.frame.ByteReader;
import daemoneye.rpc.transport.frame.ByteWriter;
import daemoneye.rpc.transport.frame.MalformedFrame;

/// The body of HELLO: `u16 least version, u16 greatest version, text name, text kind, text
/// version, i64 pid`, and from clients that know of roles `text wanted role, text token, u16 length
/// and nonce`. This layout holds for every protocol version; a newer one may add fields at the end,
/// which are skipped.
///
/// @param minVersion least protocol version the client speaks
/// @param maxVersion greatest one
/// @param name of the client, 1 to [#MAX_TEXT] bytes
/// @param kind e.g. `console`, `agent`
/// @param version of its software
/// @param pid of its process
/// @param entry what it wants to be let in as
public record HelloBody(
        int minVersion,
        int maxVersion,
        String name,
        String kind,
        String version,
        long pid,
        EntryWish entry) {
    /// Most bytes of each text.
    public static final int MAX_TEXT = 128;

    /// Without a wish for a role, and without a token.
    public HelloBody(
            int minVersion, int maxVersion, String name, String kind, String version, long pid) {
        this(minVersion, maxVersion, name, kind, version, pid, EntryWish.NONE);
    }

    /// @throws IllegalArgumentException if a text is longer than [#MAX_TEXT] bytes
    public byte[] toBytes() {
        var to =
                new ByteWriter(128)
                        .u16(minVersion)
                        .u16(maxVersion)
                        .text("hello.name", name, MAX_TEXT)
                        .text("hello.kind", kind, MAX_TEXT)
                        .text("hello.version", version, MAX_TEXT)
                        .i64(pid);
        entry.write(to);
        return to.toBytes();
    }

    public static HelloBody read(byte[] body) throws MalformedFrame {
        var reader = new ByteReader(body);
        int min = reader.u16("hello.min_version");
        int max = reader.u16("hello.max_version");
        var name = reader.text("hello.name", MAX_TEXT);
        if (name.isEmpty()) {
            throw new MalformedFrame("hello.name is empty");
        }
        var kind = reader.text("hello.kind", MAX_TEXT);
        var version = reader.text("hello.version", MAX_TEXT);
        long pid = reader.i64("hello.pid");
        return new HelloBody(min, max, name, kind, version, pid, EntryWish.read(reader));
    }

    /// Whether the client speaks this protocol version.
    public boolean speaks(int protocolVersion) {
        return minVersion <= protocolVersion && protocolVersion <= maxVersion;
    }
}
