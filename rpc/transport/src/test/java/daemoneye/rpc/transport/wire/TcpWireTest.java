package daemoneye.rpc.transport.wire;

import daemoneye.rpc.transport.netty.NettyWire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

class TcpWireTest extends WireContractTest {
    @Override
    protected Wire newWire() {
        return NettyWire.open("tcp-loop");
    }

    @Override
    protected Address listenAddress() {
        return new Address.Tcp("127.0.0.1", 0);
    }

    @Override
    protected Address nobodysAddress() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new Address.Tcp("127.0.0.1", free.getLocalPort());
        }
    }
}
