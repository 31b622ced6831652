package daemoneye.rpc.client.connection;

import daemoneye.rpc.transport.bus.Bus;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/// All subscriptions of a connection, in the order they were made. Touched on the connection's
/// [SerialTasks] only.
final class StandingSubscriptions {
    private final SerialTasks tasks;
    private final Set<StandingSubscription> all = new LinkedHashSet<>();

    StandingSubscriptions(SerialTasks tasks) {
        this.tasks = tasks;
    }

    /// @param session to ask at once, if there is one
    void add(StandingSubscription one, Optional<Bus> session) {
        all.add(one);
        if (session.isPresent()) {
            var _ = one.renewOn(session.get(), tasks);
        }
    }

    void remove(StandingSubscription one) {
        all.remove(one);
        one.end();
    }

    /// Asks `bus` for every one of them, oldest first.
    ///
    /// @return complete, never exceptionally, when the broker has answered all
    CompletableFuture<Void> renewOn(Bus bus) {
        return CompletableFuture.allOf(
                all.stream()
                        .map(each -> each.renewOn(bus, tasks))
                        .toArray(CompletableFuture<?>[]::new));
    }

    /// None of them hears anything any more.
    void muteAll() {
        all.forEach(StandingSubscription::mute);
        all.clear();
    }
}
