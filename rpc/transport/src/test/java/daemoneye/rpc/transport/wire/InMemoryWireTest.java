package daemoneye.rpc.transport.wire;

import daemoneye.rpc.protocol.time.FakeTicker;

import java.time.Duration;

class InMemoryWireTest extends WireContractTest {
    private final InMemoryNetwork network = new InMemoryNetwork();
    private final FakeTicker time = new FakeTicker();

    @Override
    protected Wire newWire() {
        return new InMemoryWire(network, "memory-loop", time);
    }

    @Override
    protected Address listenAddress() {
        return new Address.Memory("broker");
    }

    @Override
    protected Address nobodysAddress() {
        return new Address.Memory("nobody");
    }

    @Override
    protected void passTime(Duration step) {
        time.advance(step);
    }
}
