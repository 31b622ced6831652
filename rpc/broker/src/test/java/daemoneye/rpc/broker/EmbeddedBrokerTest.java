package daemoneye.rpc.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daemoneye.rpc.protocol.time.SystemTicker;
import daemoneye.rpc.transport.bus.ClientIdentity;
import daemoneye.rpc.transport.netty.NettyWire;
import daemoneye.rpc.transport.wire.Address;
import daemoneye.rpc.transport.wire.InMemoryNetwork;
import daemoneye.rpc.transport.wire.InMemoryWire;
import daemoneye.rpc.transport.wire.Wire;
import daemoneye.rpc.transport.wire.WireRefusal;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;

class EmbeddedBrokerTest {
    private static final BrokerSettings SETTINGS = BrokerSettings.named("embedded", "1");

    private final SystemTicker ticker = new SystemTicker("test-alarms");
    private final Wire wire = new InMemoryWire(new InMemoryNetwork(), "loop", ticker);

    @AfterEach
    void close() {
        wire.close();
        ticker.close();
    }

    @Test
    void itsOwnProgramReachesItThroughItsDialer() throws Exception {
        try (var embedded = start(new Address.Memory("desk"))) {
            var identity = new ClientIdentity("console", "console", "1", 1);
            var bus = Await.result(embedded.dialer().dial(identity));
            assertThat(bus.welcome().broker()).isEqualTo("embedded");
            assertThat(embedded.broker().statistics().sessions()).isEqualTo(1);
        }
    }

    @Test
    void twoBrokersDoNotShareOneAddress() throws Exception {
        try (var _ = start(new Address.Memory("desk"))) {
            assertThatThrownBy(() -> start(new Address.Memory("desk")))
                    .hasRootCauseInstanceOf(WireRefusal.class)
                    .hasMessageContaining("choose another name");
        }
    }

    @Test
    void aPrivateBrokerListensWhereOnlyItsUserMayEnterAndLeavesNothingBehind() throws Exception {
        try (var sockets = NettyWire.open("sockets")) {
            var embedded = Await.result(EmbeddedBroker.startPrivately(sockets, SETTINGS));
            var socket = ((Address.UnixSocket) embedded.address()).path();
            assertThat(Files.getPosixFilePermissions(socket.getParent()))
                    .isEqualTo(PosixFilePermissions.fromString("rwx------"));
            var identity = new ClientIdentity("console", "console", "1", 1);
            var bus = Await.result(embedded.dialer().dial(identity));

            embedded.close();
            assertThat(Await.result(bus.closed()).clean()).isTrue();
            assertThat(socket.getParent()).doesNotExist();
        }
    }

    private EmbeddedBroker start(Address address) throws Exception {
        return Await.result(EmbeddedBroker.start(wire, SETTINGS, address));
    }
}
