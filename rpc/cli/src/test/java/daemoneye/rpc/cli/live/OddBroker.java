package daemoneye.rpc.cli.live;

import daemoneye.rpc.transport.body.RefusalBody;
import daemoneye.rpc.transport.frame.Frame;
import daemoneye.rpc.transport.frame.FrameCodec;
import daemoneye.rpc.transport.frame.FrameHeader;
import daemoneye.rpc.transport.frame.FrameType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;

/// Accepts whoever comes and says one thing that our brokers never say.
final class OddBroker implements AutoCloseable {
    /// Where the version stands in a frame.
    private static final int VERSION_AT = 4;

    private final ServerSocket socket;

    private OddBroker(byte[] greeting) throws IOException {
        socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(() -> greet(greeting));
    }

    /// A broker that speaks another version of the protocol, and says so.
    static OddBroker ofVersion(int version) throws IOException {
        var body = new RefusalBody("version", "This broker speaks version " + version + " only.");
        var frame = new Frame(FrameHeader.of(FrameType.BYE), body.toBytes());
        var bytes = new FrameCodec().encode(frame);
        bytes[VERSION_AT] = (byte) version;
        return new OddBroker(bytes);
    }

    /// Something else that listens.
    static OddBroker saying(String text) throws IOException {
        return new OddBroker(text.getBytes(StandardCharsets.US_ASCII));
    }

    String address() {
        return "tcp:127.0.0.1:" + socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void greet(byte[] greeting) {
        try {
            while (true) {
                var client = socket.accept();
                client.getOutputStream().write(greeting);
                client.getOutputStream().flush();
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }
}
