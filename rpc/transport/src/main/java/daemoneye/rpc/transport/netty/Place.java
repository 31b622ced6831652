package daemoneye.rpc.transport.netty;

import daemoneye.rpc.transport.wire.Address;
import daemoneye.rpc.transport.wire.WireRefusal;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// An address that has been looked up, so that the loop need not wait for names or files.
sealed interface Place {
    /// A TCP port.
    record Port(Address.Tcp address, InetSocketAddress socket) implements Place {}

    /// A Unix socket.
    record File(Address.UnixSocket address, SocketFile file) implements Place {}

    /// Looks up where to connect.
    ///
    /// @param blocking runs what waits for names
    /// @return the place, or a [WireRefusal] or [UnknownHostException]
    static CompletableFuture<Place> toConnect(Address address, Executor blocking) {
        return switch (address) {
            case Address.Tcp tcp -> later(blocking, () -> resolved(tcp));
            case Address.UnixSocket unix -> later(Runnable::run, () -> file(unix));
            case Address.Memory memory -> later(Runnable::run, () -> refused(memory));
        };
    }

    /// Looks up where to listen, refuses what other machines could reach, and makes the socket file
    /// ready.
    ///
    /// @param blocking runs what waits for names and files
    static CompletableFuture<Place> toListen(Address address, Executor blocking) {
        return switch (address) {
            case Address.Tcp tcp -> later(blocking, () -> onlyLocal(resolved(tcp)));
            case Address.UnixSocket unix -> later(blocking, () -> prepared(file(unix)));
            case Address.Memory memory -> later(Runnable::run, () -> refused(memory));
        };
    }

    private static CompletableFuture<Place> later(Executor executor, Supplier<Place> lookup) {
        return CompletableFuture.supplyAsync(lookup, executor);
    }

    private static Port resolved(Address.Tcp tcp) {
        try {
            return new Port(
                    tcp, new InetSocketAddress(InetAddress.getByName(tcp.host()), tcp.port()));
        } catch (UnknownHostException e) {
            throw new CompletionException(e);
        }
    }

    private static File file(Address.UnixSocket unix) {
        return new File(unix, new SocketFile(unix));
    }

    private static Port onlyLocal(Port port) {
        if (!port.socket().getAddress().isLoopbackAddress()) {
            throw new WireRefusal(
                    ("Other machines could reach %1$s. That needs the settings --tokens and --tls,"
                                    + " and there is no --tls yet: a token keeps strangers out, but"
                                    + " everybody on the way could read and change what is said."
                                    + " Listen at tcp:127.0.0.1:%2$d with --tokens, or at a Unix"
                                    + " socket, and let ssh -L carry it to other machines.")
                            .formatted(port.address(), port.address().port()));
        }
        return port;
    }

    private static File prepared(File file) {
        file.file().prepare();
        return file;
    }

    private static Place refused(Address.Memory memory) {
        throw new WireRefusal(
                "%s exists within one process only: use tcp:HOST:PORT or unix:PATH."
                        .formatted(memory));
    }
}
