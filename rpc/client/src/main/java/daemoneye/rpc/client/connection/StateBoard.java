package daemoneye.rpc.client.connection;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// The state of a connection, and those who watch it. Everyone hears every state once, in order,
/// beginning with the one at the time of watching. Changed on the connection's [SerialTasks] only;
/// read from anywhere.
final class StateBoard {
    private static final Logger log = LoggerFactory.getLogger(StateBoard.class);
    private final SerialTasks tasks;
    private final Set<Watcher> watchers = new LinkedHashSet<>();
    private volatile ConnectionState state;

    StateBoard(SerialTasks tasks, ConnectionState first) {
        this.tasks = tasks;
        this.state = first;
    }

    ConnectionState state() {
        return state;
    }

    Runnable watch(Consumer<ConnectionState> listener) {
        var watcher = new Watcher(listener);
        tasks.run(
                () -> {
                    watchers.add(watcher);
                    watcher.tell(state);
                });
        return () -> {
            watcher.wanted = false;
            tasks.run(() -> watchers.remove(watcher));
        };
    }

    /// Called on the serial tasks. After `Closed` nothing follows.
    void tell(ConnectionState next) {
        if (state instanceof ConnectionState.Closed) {
            return;
        }
        state = next;
        for (var watcher : List.copyOf(watchers)) {
            watcher.tell(next);
        }
    }

    private static final class Watcher {
        private final Consumer<ConnectionState> listener;
        private volatile boolean wanted = true;

        Watcher(Consumer<ConnectionState> listener) {
            this.listener = listener;
        }

        void tell(ConnectionState state) {
            if (!wanted) {
                return;
            }
            try {
                listener.accept(state);
            } catch (RuntimeException fault) {
                log.error("A listener of the connection's state failed.", fault);
            }
        }
    }
}
