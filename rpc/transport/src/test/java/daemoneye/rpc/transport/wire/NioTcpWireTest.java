package daemoneye.rpc.transport.wire;

import daemoneye.rpc.transport.netty.NettyWire;

class NioTcpWireTest extends TcpWireTest {
    @Override
    protected Wire newWire() {
        return NettyWire.withoutNativeCode("nio-tcp-loop");
    }
}
