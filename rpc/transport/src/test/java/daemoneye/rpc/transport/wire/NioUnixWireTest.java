package daemoneye.rpc.transport.wire;

import daemoneye.rpc.transport.netty.NettyWire;

class NioUnixWireTest extends UnixWireTest {
    @Override
    protected Wire newWire() {
        return NettyWire.withoutNativeCode("nio-unix-loop");
    }
}
