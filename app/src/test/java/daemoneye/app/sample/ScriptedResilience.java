package daemoneye.app.sample;

import daemoneye.rpc.client.call.breaker.BreakerView;
import daemoneye.rpc.client.call.breaker.CallClass;
import daemoneye.rpc.client.call.resilience.Resilience;
import daemoneye.rpc.client.call.resilience.ResilienceEvent;
import daemoneye.rpc.protocol.id.CollectorId;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Tells what a test wants to have happened.
public final class ScriptedResilience implements Resilience {
    private final List<Consumer<ResilienceEvent>> watchers = new ArrayList<>();

    public void tell(ResilienceEvent event) {
        List.copyOf(watchers).forEach(each -> each.accept(event));
    }

    public int watchers() {
        return watchers.size();
    }

    @Override
    public Runnable watch(Consumer<ResilienceEvent> listener) {
        watchers.add(listener);
        return () -> watchers.remove(listener);
    }

    @Override
    public List<BreakerView> breakers() {
        return List.of();
    }

    @Override
    public boolean reset(CollectorId collector, CallClass callClass) {
        return false;
    }
}
