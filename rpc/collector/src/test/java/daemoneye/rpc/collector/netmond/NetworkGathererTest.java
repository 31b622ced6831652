package daemoneye.rpc.collector.netmond;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.collector.gather.Looks;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class NetworkGathererTest {
    private final FakeNetwork machine = new FakeNetwork();
    private final NetworkGatherer gatherer = new NetworkGatherer(machine);

    @Test
    void whatIsOpenAtTheFirstScanIsNotToldAsOpened() {
        machine.connect("10.0.0.1:5000", "10.0.0.2:443");

        var scan = Looks.at(gatherer, 1);

        assertThat(scan.events()).isEmpty();
        assertThat(scan.metrics()).containsEntry("established_connections", 1.0);
        assertThat(Looks.component(scan, "socket_enumeration").message())
                .isEqualTo("Watching 1 sockets: 1 established, 0 listening");
    }

    @Test
    void connectionsThatOpenAndCloseAreToldWithBothEnds() {
        machine.connect("10.0.0.1:5000", "10.0.0.2:443");
        Looks.at(gatherer, 1);
        machine.sockets.clear();
        machine.connect("10.0.0.1:5001", "10.0.0.3:443");

        var scan = Looks.at(gatherer, 2);

        assertThat(Looks.eventTypes(scan))
                .containsExactly("network.connection_opened", "network.connection_closed");
        assertThat(scan.events().getFirst().fields())
                .containsEntry("protocol", ConfigValue.of("tcp"))
                .containsEntry("local", ConfigValue.of("10.0.0.1:5001"))
                .containsEntry("remote", ConfigValue.of("10.0.0.3:443"));
        assertThat(scan.metrics()).containsEntry("connections_opened_per_second", 1.0);
    }

    @Test
    void aConnectionThatBeginsToCloseIsNotTheSameAsClosed() {
        machine.connect("10.0.0.1:5000", "10.0.0.2:443");
        Looks.at(gatherer, 1);
        machine.sockets.replaceAll(
                it ->
                        new SocketEntry(
                                it.protocol(), it.local(), it.remote(), SocketState.FIN_WAIT_2));

        assertThat(Looks.at(gatherer, 2).events()).isEmpty();
    }

    @Test
    void aPortThatIsOpenedForOthersIsTold() {
        Looks.at(gatherer, 1);
        machine.sockets.add(
                new SocketEntry(Protocol.TCP, "0.0.0.0:80", "0.0.0.0:0", SocketState.LISTENING));

        var scan = Looks.at(gatherer, 2);

        assertThat(Looks.eventTypes(scan)).containsExactly("network.listener_opened");
        assertThat(scan.metrics()).containsEntry("connections_opened_per_second", 0.0);
    }

    @Test
    void trafficIsPerSecondWithoutTheLoopback() {
        machine.traffic(0, 0);
        Looks.at(gatherer, 1);
        machine.traffic(3_000, 1_000_000);

        var scan = Looks.at(gatherer, 3);

        assertThat(scan.metrics()).containsEntry("received_bytes_per_second", 1_500.0);
    }

    @Test
    void countersThatWereResetGiveNoRateInsteadOfANegativeOne() {
        machine.traffic(5_000, 0);
        Looks.at(gatherer, 1);
        machine.traffic(10, 0);

        assertThat(Looks.at(gatherer, 2).metrics().getOrDefault("received_bytes_per_second", 0.0))
                .isNotNegative();
    }

    @Test
    void oneReadThatFailsLeavesTheOtherAlone() {
        machine.fault = Optional.of("no permission to read /proc/net/tcp");

        var scan = Looks.at(gatherer, 1);

        assertThat(Looks.component(scan, "socket_enumeration").status())
                .isEqualTo(HealthStatus.DEGRADED);
        assertThat(Looks.component(scan, "interface_statistics").status())
                .isEqualTo(HealthStatus.HEALTHY);
        assertThat(scan.errors()).isEqualTo(1);
    }

    /// A machine whose sockets and counters are as the test says.
    private static final class FakeNetwork implements NetworkSource {
        private final List<SocketEntry> sockets = new ArrayList<>();
        private List<InterfaceCounters> counters = List.of(card("lo", 0), card("eth0", 0));
        private Optional<String> fault = Optional.empty();

        void connect(String local, String remote) {
            sockets.add(new SocketEntry(Protocol.TCP, local, remote, SocketState.ESTABLISHED));
        }

        void traffic(long card, long loopback) {
            counters = List.of(card("lo", loopback), card("eth0", card));
        }

        private static InterfaceCounters card(String name, long received) {
            return new InterfaceCounters(name, true, received, 0, 0, 0, 0, 0);
        }

        @Override
        public SocketTable sockets() throws IOException {
            if (fault.isPresent()) {
                throw new IOException(fault.get());
            }
            return new SocketTable(sockets, 0);
        }

        @Override
        public List<InterfaceCounters> interfaces() {
            return counters;
        }
    }
}
