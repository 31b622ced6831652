package daemoneye.rpc.cli.bench.design;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/// Stands between one client and a broker on TCP, on this machine, and counts every byte that
/// passes, both ways.
final class CountingRelay implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;

    private final ServerSocket door;
    private final int brokerPort;
    private final AtomicLong bytes = new AtomicLong();
    private final List<Closeable> open = new CopyOnWriteArrayList<>();

    private CountingRelay(ServerSocket door, int brokerPort) {
        this.door = door;
        this.brokerPort = brokerPort;
    }

    /// Listens on a port that the system chooses.
    static CountingRelay before(int brokerPort) throws IOException {
        var relay =
                new CountingRelay(
                        new ServerSocket(0, 1, InetAddress.getLoopbackAddress()), brokerPort);
        relay.open.add(relay.door);
        Thread.ofVirtual().start(relay::admit);
        return relay;
    }

    int port() {
        return door.getLocalPort();
    }

    /// All bytes so far.
    long bytes() {
        return bytes.get();
    }

    private void admit() {
        try {
            var client = door.accept();
            open.add(client);
            var broker = new Socket(InetAddress.getLoopbackAddress(), brokerPort);
            open.add(broker);
            client.setTcpNoDelay(true);
            broker.setTcpNoDelay(true);
            Thread.ofVirtual().start(() -> pass(client, broker));
            pass(broker, client);
        } catch (IOException _) {
            close();
        }
    }

    private void pass(Socket from, Socket to) {
        var buffer = new byte[BUFFER];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes.addAndGet(read);
                out.write(buffer, 0, read);
            }
        } catch (IOException _) {
            close(); // one side has gone, so the other may as well
        }
    }

    @Override
    public void close() {
        for (var each : open) {
            try {
                each.close();
            } catch (IOException _) {
                // it is closed then
            }
        }
    }
}
