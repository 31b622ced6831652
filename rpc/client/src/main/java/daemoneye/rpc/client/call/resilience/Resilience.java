package daemoneye.rpc.client.call.resilience;

import daemoneye.rpc.client.call.breaker.BreakerView;
import daemoneye.rpc.client.call.breaker.CallClass;
import daemoneye.rpc.protocol.id.CollectorId;

import java.util.List;
import java.util.function.Consumer;

/// What people can see of repeats and breakers, and do about them. Safe from any thread.
public interface Resilience {
    /// Where nothing is repeated and nothing breaks.
    Resilience NONE =
            new Resilience() {
                @Override
                public Runnable watch(Consumer<ResilienceEvent> listener) {
                    return () -> {};
                }

                @Override
                public List<BreakerView> breakers() {
                    return List.of();
                }

                @Override
                public boolean reset(CollectorId collector, CallClass callClass) {
                    return false;
                }
            };

    /// Tells of everything that happens from now on, on the thread where it happens; the listener
    /// must not block.
    ///
    /// @return stops it
    Runnable watch(Consumer<ResilienceEvent> listener);

    /// The breakers that have something to tell; all others are closed.
    List<BreakerView> breakers();

    /// Closes a breaker by hand.
    ///
    /// @return false if it was closed
    boolean reset(CollectorId collector, CallClass callClass);
}
