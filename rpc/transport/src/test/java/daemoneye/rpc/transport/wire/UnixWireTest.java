package daemoneye.rpc.transport.wire;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.transport.netty.NettyWire;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

class UnixWireTest extends WireContractTest {
    @TempDir Path directory;

    @Override
    protected Wire newWire() {
        return NettyWire.open("unix-loop");
    }

    @Override
    protected Address listenAddress() {
        return new Address.UnixSocket(directory.resolve("broker.sock"));
    }

    @Override
    protected Address nobodysAddress() {
        return new Address.UnixSocket(directory.resolve("nobody.sock"));
    }

    @Test
    void theSocketFileIsForItsOwnerAloneAndGoesWithTheListening() throws Exception {
        var file = directory.resolve("broker.sock");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        listening.close();
        assertThat(file).doesNotExist();
    }

    @Test
    void closingTheWireRemovesTheSocketFile() {
        far.close();
        assertThat(directory.resolve("broker.sock")).doesNotExist();
    }
}
