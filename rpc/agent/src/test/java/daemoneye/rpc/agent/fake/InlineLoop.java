package daemoneye.rpc.agent.fake;

import java.util.ArrayDeque;
import java.util.concurrent.Executor;

/// Runs tasks in order on whichever thread gives them, each wholly before the next.
public final class InlineLoop implements Executor {
    private final ArrayDeque<Runnable> tasks = new ArrayDeque<>();
    private boolean running;

    @Override
    public synchronized void execute(Runnable task) {
        tasks.add(task);
        if (!running) {
            letGo();
        }
    }

    /// Runs nothing from now on, like a loop that is busy.
    public synchronized void hold() {
        running = true;
    }

    /// Runs what has gathered, and whatever follows.
    public synchronized void letGo() {
        running = true;
        try {
            for (var next = tasks.poll(); next != null; next = tasks.poll()) {
                next.run();
            }
        } finally {
            running = false;
        }
    }
}
