package daemoneye.rpc.client.call.breaker;

import daemoneye.rpc.protocol.time.FakeTicker;

/// A link that the test takes down and up again.
final class FakeLink implements Breakers.LinkTime {
    private final FakeTicker ticker;
    private boolean up = true;
    private long downNanos;
    private long downSince;

    FakeLink(FakeTicker ticker) {
        this.ticker = ticker;
    }

    void down() {
        up = false;
        downSince = ticker.nanos();
    }

    void upAgain() {
        up = true;
        downNanos += ticker.nanos() - downSince;
    }

    @Override
    public boolean up() {
        return up;
    }

    @Override
    public long nanos() {
        return (up ? ticker.nanos() : downSince) - downNanos;
    }
}
