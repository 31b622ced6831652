package daemoneye.rpc.transport.wire;

import java.nio.file.Path;

/// Where a broker listens.
public sealed interface Address {
    /// `tcp:HOST:PORT`; port 0 lets the system choose when listening.
    record Tcp(String host, int port) implements Address {
        public Tcp {
            if (port < 0 || port > 65_535) {
                throw new IllegalArgumentException(
                        "a TCP port is between 0 and 65535, not " + port);
            }
        }

        @Override
        public String toString() {
            return "tcp:" + (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
        }
    }

    /// `unix:PATH`, a Unix domain socket.
    record UnixSocket(Path path) implements Address {
        @Override
        public String toString() {
            return "unix:" + path;
        }
    }

    /// `memory:NAME`, within this process; for tests and demos.
    record Memory(String name) implements Address {
        @Override
        public String toString() {
            return "memory:" + name;
        }
    }

    /// Reads an address as `toString` writes it.
    ///
    /// @throws IllegalArgumentException with a sentence that says how an address is written
    static Address parse(String text) {
        return AddressGrammar.parse(text);
    }
}
