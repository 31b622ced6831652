package daemoneye.rpc.collector.lifecycle;

import daemoneye.rpc.collector.events.EventPublisher;
import daemoneye.rpc.collector.gather.GatherLoop;
import daemoneye.rpc.collector.gather.Reasons;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// What is put in order before a collector ends, each task told when it is over. A task that fails
/// is told too and stops nothing.
///
/// ```
/// flush_events ─► save_state ─► (the answer goes out) ─► close_ipc_connections ─► gone
/// ```
final class Cleanup {
    /// The tasks, in order.
    static final List<String> TASKS =
            List.of("flush_events", "save_state", "close_ipc_connections");

    private final GatherLoop gathering;
    private final EventPublisher events;
    private final RunFile runFile;

    Cleanup(GatherLoop gathering, EventPublisher events, RunFile runFile) {
        this.gathering = gathering;
        this.events = events;
        this.runFile = runFile;
    }

    /// Ends the gathering, sends what waits, and saves.
    ///
    /// @param budget for all of it; events that wait longer are given up
    /// @param step told of each task when it is over, one phrase each
    CompletableFuture<Void> run(Duration budget, String reason, Consumer<String> step) {
        gathering.close();
        return events.flushed(budget)
                .thenAccept(
                        left -> {
                            step.accept(flushed(left));
                            step.accept(saved(reason));
                        });
    }

    private String flushed(int left) {
        return left == 0
                ? "flush_events: all events are published"
                : String.format(
                        Locale.ROOT, "flush_events: %,d events could not be published", left);
    }

    private String saved(String reason) {
        try {
            return "save_state: saved to " + runFile.save(reason);
        } catch (IOException e) {
            return "save_state: not saved, " + Reasons.of(e);
        }
    }
}
