package daemoneye.rpc.collector.netmond;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Written for machines that store the low byte first, as nearly all do.
class SocketLineTest {
    @Test
    void readsAnAddressOfVersionFour() {
        var line = "   0: 0100007F:1C8F 00000000:0000 0A 00000000:00000000 00:00000000 0 0 0 1";

        assertThat(SocketLine.parse(Protocol.TCP, line))
                .contains(
                        new SocketEntry(
                                Protocol.TCP,
                                "127.0.0.1:7311",
                                "0.0.0.0:0",
                                SocketState.LISTENING));
    }

    @Test
    void readsAnAddressOfVersionSix() {
        var line =
                "  1: 00000000000000000000000001000000:0050 B80D0120000000000000000001000000:C350"
                        + " 01 0";

        assertThat(SocketLine.parse(Protocol.TCP6, line))
                .contains(
                        new SocketEntry(
                                Protocol.TCP6,
                                "[0:0:0:0:0:0:0:1]:80",
                                "[2001:db8:0:0:0:0:0:1]:50000",
                                SocketState.ESTABLISHED));
    }

    @Test
    void aStateOfANewerKernelIsUnknown() {
        assertThat(SocketLine.parse(Protocol.TCP, "0: 0100007F:1C8F 00000000:0000 63 0"))
                .hasValueSatisfying(it -> assertThat(it.state()).isEqualTo(SocketState.UNKNOWN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  sl  local_address rem_address   st tx_queue",
                "0: 0100007F 00000000:0000 0A",
                "0: 0100007:1C8F 00000000:0000 0A",
                "0: 01007F:1C8F 00000000:0000 0A",
                "0: 0100007F:1C8F 00000000:0000 ZZ",
                "0: 0100007F:1C8F"
            })
    void whatIsNoSuchLineIsRefused(String line) {
        assertThat(SocketLine.parse(Protocol.TCP, line)).isEmpty();
    }
}
