package daemoneye.rpc.client.call.resilience;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// Those who watch, and the log. Safe from any thread.
final class EventBoard {
    private static final Logger log = LoggerFactory.getLogger(EventBoard.class);
    private final Map<Object, Consumer<ResilienceEvent>> listeners = new ConcurrentHashMap<>();

    Runnable watch(Consumer<ResilienceEvent> listener) {
        var key = new Object();
        listeners.put(key, listener);
        return () -> listeners.remove(key);
    }

    void tell(ResilienceEvent event) {
        switch (event) {
            case ResilienceEvent.BreakerMoved moved -> log.info("{}", moved.sentence());
            case ResilienceEvent.Retrying again ->
                    log.debug(
                            "{} failed with {}: {}",
                            again.request().requestId(),
                            again.code(),
                            again.sentence());
            case ResilienceEvent.BudgetExhausted spent ->
                    log.info(
                            "{} failed with {}: {}",
                            spent.request().requestId(),
                            spent.code(),
                            spent.sentence());
        }
        for (var each : listeners.values()) {
            tell(each, event);
        }
    }

    /// A loop top: calls must outlive a faulty listener.
    private static void tell(Consumer<ResilienceEvent> listener, ResilienceEvent event) {
        try {
            listener.accept(event);
        } catch (RuntimeException fault) {
            log.error("A listener of repeats and breakers failed.", fault);
        }
    }
}
