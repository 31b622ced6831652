package daemoneye.app.instance;

import daemoneye.rpc.client.place.LockFile;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The lock of the one console of a place, and the socket through which others ask it to come to
/// the front. The system gives the lock back however the process ends, so nothing stale can be in
/// the way. Safe from any thread.
///
/// ```
/// console.lock   held by the first one
/// console.sock   a connection means: show yourself; the answer is the process id
/// ```
public final class FirstWindow implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FirstWindow.class);

    private final LockFile place;
    private final Path socket;
    private Optional<ServerSocketChannel> server = Optional.empty();
    private Optional<Runnable> onShow = Optional.empty();
    private boolean asked;

    private FirstWindow(LockFile place, Path socket) {
        this.place = place;
        this.socket = socket;
    }

    /// Claims the place; if somebody else has it, asks them to come to the front. Blocks for a
    /// moment, for two seconds at most.
    ///
    /// @param runtime folder of sockets and locks; made if it is missing
    public static Claim claim(Path runtime) {
        var socket = runtime.resolve("console.sock");
        try {
            OwnFolder.make(runtime);
            var place = LockFile.take(runtime.resolve("console.lock"));
            if (place.isEmpty()) {
                return Asking.whoIsThere(socket);
            }
            var first = new FirstWindow(place.get(), socket);
            first.listen();
            return new Claim.First(first);
        } catch (IOException e) {
            LOG.info("Whether another console runs is not known: {}", e.toString());
            return new Claim.Unclear();
        }
    }

    // Without it a second one is told, but cannot call us to the front.
    private void listen() {
        try {
            Files.deleteIfExists(socket);
            var listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            listening.bind(UnixDomainSocketAddress.of(socket));
            server = Optional.of(listening);
            Thread.ofPlatform().daemon().name("console-calls").start(() -> answerAll(listening));
        } catch (IOException e) {
            LOG.info("{} cannot be listened at: {}", socket, e.toString());
        }
    }

    private void answerAll(ServerSocketChannel listening) {
        var answer = (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII);
        while (listening.isOpen()) {
            try (SocketChannel caller = listening.accept()) {
                caller.write(ByteBuffer.wrap(answer));
                show();
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException e) {
                LOG.info("Somebody asked and went away: {}", e.toString());
            }
        }
    }

    private synchronized void show() {
        asked = true;
        onShow.ifPresent(Runnable::run);
    }

    /// What to do when somebody asks; at once, if somebody has asked already.
    public synchronized void onShow(Runnable action) {
        onShow = Optional.of(action);
        if (asked) {
            action.run();
        }
    }

    /// Nobody is answered any more, and the socket is gone; the place is still ours.
    public synchronized void fallSilent() {
        if (server.isEmpty()) {
            return;
        }
        try {
            server.get().close();
            server = Optional.empty();
            Files.deleteIfExists(socket);
        } catch (IOException e) {
            LOG.info("The socket of the console stays behind: {}", e.toString());
        }
    }

    /// The place is free again.
    @Override
    public void close() {
        fallSilent();
        try {
            place.close();
        } catch (IOException e) {
            LOG.info("The lock of the console could not be given back: {}", e.toString());
        }
    }
}
