package daemoneye.app;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.app.guard.Protection;
import daemoneye.app.profile.Hue;
import daemoneye.app.profile.Profile;
import daemoneye.app.profile.TestResult;
import daemoneye.app.profile.Where;
import daemoneye.rpc.broker.BrokerSettings;
import daemoneye.rpc.broker.EmbeddedBroker;
import daemoneye.rpc.client.place.Places;
import daemoneye.rpc.transport.auth.Admission;
import daemoneye.rpc.transport.netty.NettyWire;
import daemoneye.rpc.transport.wire.Address;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// "Test connection" on a real broker, and on places where there is none.
class ConnectionTrialTest {
    @TempDir private Path folder;

    @Test
    void aBrokerThatLetsUsInIsReachedInTheRoleOfTheProfile() {
        var socket = folder.resolve("b.sock");
        var wire = NettyWire.open("test");
        var broker =
                EmbeddedBroker.start(
                                wire,
                                BrokerSettings.named("trial", "1"),
                                new Address.UnixSocket(socket))
                        .join();
        try {
            assertThat(test(new Where.Unix(socket), Protection.OPEN).reached()).isTrue();
            var locked = test(new Where.Unix(socket), Protection.READ_ONLY);
            assertThat(locked.reached()).as(locked.sentence()).isTrue();
            assertThat(locked.sentence()).contains("let in as viewer");
        } finally {
            broker.close();
            wire.close();
        }
    }

    @Test
    void whereNobodyListensSaysSo() throws IOException {
        var host = InetAddress.getLoopbackAddress().getHostAddress();
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        var result =
                test(
                        new Where.Tcp(host, free, Optional.empty(), Optional.empty()),
                        Protection.OPEN);

        assertThat(result.reached()).isFalse();
        assertThat(result.sentence()).startsWith("Not reached:").contains(Integer.toString(free));
    }

    @Test
    void aMissingSocketAndAMissingTokenAreNamed() {
        assertThat(test(new Where.Unix(folder.resolve("none.sock")), Protection.OPEN).sentence())
                .contains("none.sock");
        var token = folder.resolve("none.token");
        var result =
                test(
                        new Where.Tcp("127.0.0.1", 1, Optional.of(token), Optional.empty()),
                        Protection.OPEN);
        assertThat(result.reached()).isFalse();
        assertThat(result.sentence()).contains("There is no file").contains("none.token");
    }

    @Test
    void aTestThatNobodyWaitsForEndsAtOnce() throws IOException {
        try (var mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var where =
                    new Where.Tcp(
                            mute.getInetAddress().getHostAddress(),
                            mute.getLocalPort(),
                            Optional.empty(),
                            Optional.empty());
            var givenUp = new CompletableFuture<Void>();
            var result =
                    CompletableFuture.supplyAsync(
                            () ->
                                    source().test(
                                                    new Profile(
                                                            "mute",
                                                            where,
                                                            Hue.BLUE,
                                                            Protection.OPEN),
                                                    givenUp));
            givenUp.complete(null);

            assertThat(result.orTimeout(5, TimeUnit.SECONDS).join().reached()).isFalse();
        }
    }

    @Test
    void aBrokerInThisWindowNeedsAFolderItCanWriteTo() {
        assertThat(test(new Where.Embedded(), Protection.OPEN).reached()).isTrue();
    }

    private TestResult test(Where where, Protection protection) {
        return source().test(
                        new Profile("trial", where, Hue.BLUE, protection),
                        new CompletableFuture<>());
    }

    private ProfileBackends source() {
        var places =
                Places.of(
                        Map.of("DAEMONEYE_HOME", folder.toString()),
                        key -> System.getProperty(key, ""));
        return new ProfileBackends(places, Admission.USUAL, Optional.empty());
    }
}
