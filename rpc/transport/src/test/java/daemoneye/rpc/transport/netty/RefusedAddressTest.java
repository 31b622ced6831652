package daemoneye.rpc.transport.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daemoneye.rpc.transport.frame.Frame;
import daemoneye.rpc.transport.wire.Address;
import daemoneye.rpc.transport.wire.CloseReason;
import daemoneye.rpc.transport.wire.Link;
import daemoneye.rpc.transport.wire.LinkListener;
import daemoneye.rpc.transport.wire.Wire;
import daemoneye.rpc.transport.wire.WireRefusal;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;

/// Every refusal is a sentence that says what to do.
class RefusedAddressTest {
    private static final LinkListener NOBODY =
            new LinkListener() {
                @Override
                public void onFrame(Link link, Frame frame) {}

                @Override
                public void onClosed(Link link, CloseReason reason) {}
            };

    @TempDir Path directory;
    private final NettyWire wire = NettyWire.open("refusals");

    @AfterEach
    void close() {
        wire.close();
    }

    private Wire.Listening listen(Address address) throws Exception {
        return wire.listen(address, _ -> NOBODY).get(20, TimeUnit.SECONDS);
    }

    private void refusesToListen(Address address, String... words) {
        assertThatThrownBy(() -> listen(address))
                .cause()
                .isInstanceOf(WireRefusal.class)
                .hasMessageContainingAll(words);
    }

    private void refusesToConnect(Address address, String... words) {
        assertThatThrownBy(() -> wire.connect(address, NOBODY).get(20, TimeUnit.SECONDS))
                .cause()
                .isInstanceOf(WireRefusal.class)
                .hasMessageContainingAll(words);
    }

    private Address.UnixSocket unix(String name) {
        return new Address.UnixSocket(directory.resolve(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.7"})
    void anAddressThatOtherMachinesReachIsRefusedNamingBothSettings(String host) {
        refusesToListen(
                new Address.Tcp(host, 7311), host, "--tls", "--tokens", "tcp:127.0.0.1:7311");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "127.0.0.2"})
    void anAddressOfThisMachineAloneIsAccepted(String host) throws Exception {
        var listening = listen(new Address.Tcp(host, 0));
        assertThat(((Address.Tcp) listening.address()).port()).isPositive();
    }

    @Test
    void aPortInUseIsNamed() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var address = new Address.Tcp("127.0.0.1", other.getLocalPort());
            refusesToListen(address, "already listening at " + address, "choose another port");
        }
    }

    @Test
    void aHostThatIsNotKnownIsNamed() {
        var address = new Address.Tcp("no-such-host.invalid", 7311);
        refusesToConnect(address, "no-such-host.invalid", "is not known");
        refusesToListen(address, "no-such-host.invalid", "is not known");
    }

    @Test
    void aSocketFileThatIsMissingIsNamed() {
        refusesToConnect(unix("none.sock"), "There is no socket file", "none.sock");
    }

    @Test
    void aSocketFileThatNobodyListensBehindIsNamed() throws Exception {
        leaveStale("stale.sock");
        refusesToConnect(unix("stale.sock"), "Nobody listens at", "stale.sock");
    }

    @Test
    void aStaleSocketFileIsReplaced() throws Exception {
        leaveStale("stale.sock");
        listen(unix("stale.sock"));
        wire.connect(unix("stale.sock"), NOBODY).get(20, TimeUnit.SECONDS);
    }

    @Test
    void aSocketFileThatSomebodyListensBehindStays() throws Exception {
        var file = directory.resolve("theirs.sock");
        try (var theirs = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            theirs.bind(UnixDomainSocketAddress.of(file));
            refusesToListen(unix("theirs.sock"), "already listening", "stop that broker");
            assertThat(file).exists();
        }
    }

    @Test
    void aFileThatIsNoSocketStays() throws Exception {
        var file = Files.writeString(directory.resolve("notes.txt"), "mine");
        refusesToListen(unix("notes.txt"), "is no socket", "choose another path");
        assertThat(file).hasContent("mine");
    }

    @Test
    void aDirectoryThatIsMissingIsMadeForTheOwnerAlone() throws Exception {
        listen(unix("a/b/broker.sock"));
        for (var made : new String[] {"a", "a/b"}) {
            assertThat(
                            PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(directory.resolve(made))))
                    .isEqualTo("rwx------");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxrwx---", "rwxr-xrwx", "rwxrwxrwx"})
    void aDirectoryThatOthersMayWriteToIsRefused(String permissions) throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString(permissions));
        refusesToListen(unix("broker.sock"), "Others may write to", "chmod go-w");
        assertThat(directory.resolve("broker.sock")).doesNotExist();
    }

    @Test
    void aPathThatIsTooLongIsRefusedWithItsLength() throws Exception {
        int rest = 107 - directory.toString().length() - 1;
        listen(unix("x".repeat(rest)));
        var tooLong = unix("x".repeat(rest + 1));
        refusesToListen(tooLong, "has 108 bytes", "takes 107", "shorter path");
        refusesToConnect(tooLong, "has 108 bytes", "takes 107", "shorter path");
    }

    @Test
    void aWireThatIsClosedSaysSo() {
        wire.close();
        refusesToConnect(new Address.Tcp("127.0.0.1", 1), "This wire is closed");
        refusesToListen(new Address.Tcp("127.0.0.1", 0), "This wire is closed");
    }

    @Test
    void aPortThatTakesAdministratorRightsIsNamed() {
        var denied = new BindException("bind(..) failed with error(-13): Permission denied");
        assertThat(Faults.listening(new Address.Tcp("127.0.0.1", 80), denied))
                .hasMessageContaining("Port 80 takes administrator rights")
                .hasMessageContaining("above 1023");
    }

    private void leaveStale(String name) throws IOException {
        try (var gone = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            gone.bind(UnixDomainSocketAddress.of(directory.resolve(name)));
        }
        assertThat(directory.resolve(name)).exists();
    }
}
