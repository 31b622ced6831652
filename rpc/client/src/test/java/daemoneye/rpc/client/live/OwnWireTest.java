package daemoneye.rpc.client.live;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.client.connection.ConnectionState.Closed;
import daemoneye.rpc.client.connection.Connections;
import daemoneye.rpc.protocol.time.SystemTicker;
import daemoneye.rpc.transport.bus.ClientIdentity;
import daemoneye.rpc.transport.wire.Address;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

@Timeout(60)
class OwnWireTest {
    private static final ClientIdentity TESTER =
            new ClientIdentity("own-wire-tester", "cli", "1", 1);
    @TempDir Path directory;

    @Test
    void aConnectionWithItsOwnWireWorksAndTakesItsThreadsWithIt() throws Exception {
        try (var broker = new LiveBroker(WireKind.UNIX_SOCKET, directory);
                var ticker = new SystemTicker("own-wire-alarms")) {
            var connection = Connections.open(broker.address(), TESTER, ticker);
            connection.connected(LiveBroker.PATIENCE).get(20, TimeUnit.SECONDS);
            assertThat(connection.ping().get(20, TimeUnit.SECONDS).roundTrip()).isPositive();
            var threads = threadsOfTheWire();
            assertThat(threads).isNotEmpty();

            connection.close();
            connection.close();

            assertThat(connection.state()).isInstanceOf(Closed.class);
            for (var thread : threads) {
                assertThat(thread.join(Duration.ofSeconds(20))).as(thread.getName()).isTrue();
            }
        }
    }

    @Test
    void withoutABrokerTheFaultSaysWhatToDo() {
        try (var ticker = new SystemTicker("own-wire-alarms");
                var connection =
                        Connections.open(
                                new Address.UnixSocket(directory.resolve("nobody.sock")),
                                TESTER,
                                ticker)) {
            assertThat(connection.connected(Duration.ofMillis(300)))
                    .failsWithin(LiveBroker.PATIENCE)
                    .withThrowableThat()
                    .withMessageContaining("nobody.sock");
        }
    }

    private static List<Thread> threadsOfTheWire() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(each -> each.getName().startsWith(TESTER.name()))
                .toList();
    }
}
