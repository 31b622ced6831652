package daemoneye.rpc.client.connection;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayDeque;
import java.util.Queue;

/// Runs tasks one after another in the order they came, on whichever thread finds the line empty;
/// nobody waits and no lock is held while a task runs. What a task adds runs after it. So the state
/// that only these tasks touch needs no other guard, and listeners called from them hear everything
/// in order.
///
/// A task that throws is logged and does not stop the line.
final class SerialTasks {
    private static final Logger log = LoggerFactory.getLogger(SerialTasks.class);
    private final Queue<Runnable> line = new ArrayDeque<>();
    private boolean running;

    /// Runs `task` now if nothing runs, else after what came before it.
    void run(Runnable task) {
        synchronized (line) {
            line.add(task);
            if (running) {
                return;
            }
            running = true;
        }
        drain();
    }

    private void drain() {
        while (true) {
            Runnable next;
            synchronized (line) {
                next = line.poll();
                if (next == null) {
                    running = false;
                    return;
                }
            }
            runGuarded(next);
        }
    }

    /// Every task is its own loop top: one faulty listener must not silence the others,
    /// not even with a class that cannot be loaded.
    private static void runGuarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error fault) {
            log.error("A connection listener failed.", fault);
        }
    }
}
