package daemoneye.app.sample;

import daemoneye.rpc.client.call.breaker.BreakerKey;
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
    private final List<BreakerKey> resets = new ArrayList<>();
    private List<BreakerView> breakers = List.of();

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
        return breakers;
    }

    @Override
    public boolean reset(CollectorId collector, CallClass callClass) {
        var key = new BreakerKey(collector, callClass);
        resets.add(key);
        breakers = breakers.stream().filter(each -> !each.key().equals(key)).toList();
        return true;
    }

    /// How the breakers stand from now on.
    public void show(BreakerView... views) {
        breakers = List.of(views);
    }

    /// What a person has reset, in order.
    public List<BreakerKey> resets() {
        return List.copyOf(resets);
    }
}
