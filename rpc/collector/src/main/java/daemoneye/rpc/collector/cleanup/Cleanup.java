package daemoneye.rpc.collector.cleanup;

import daemoneye.rpc.collector.events.EventPublisher;
import daemoneye.rpc.collector.gather.GatherLoop;
import daemoneye.rpc.collector.gather.Reasons;
import daemoneye.rpc.protocol.time.Ticker;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What is put in order before a collector ends, each task told with its duration when it is over.
/// A task that fails is told too and stops nothing.
///
/// ```
/// flush_events ─► flush_audit_log ─► save_state ─► (the answer goes out) ─►
///     close_ipc_connections ─► gone
/// ```
public final class Cleanup {
    /// The tasks, in order.
    public static final List<String> TASKS =
            List.of("flush_events", "flush_audit_log", "save_state", "close_ipc_connections");

    /// For the audit log, whatever the budget: a record is worth this much.
    private static final Duration LEAST_FOR_AUDIT = Duration.ofSeconds(1);

    private final GatherLoop gathering;
    private final EventPublisher events;
    private final Supplier<CompletableFuture<Boolean>> audit;
    private final RunFile runFile;
    private final Ticker ticker;

    /// @param audit writes the audit log; completes with whether it could be written
    public Cleanup(
            GatherLoop gathering,
            EventPublisher events,
            Supplier<CompletableFuture<Boolean>> audit,
            RunFile runFile,
            Ticker ticker) {
        this.gathering = gathering;
        this.events = events;
        this.audit = audit;
        this.runFile = runFile;
        this.ticker = ticker;
    }

    /// Ends the gathering, sends what waits, and saves.
    ///
    /// @param budget for each task; events that wait longer are given up. Zero for no waiting
    /// @param step told of each task when it is over
    public CompletableFuture<Void> run(Duration budget, String reason, Consumer<TaskOutcome> step) {
        gathering.close();
        long began = ticker.nanos();
        return events.flushed(budget)
                .thenCompose(
                        left -> {
                            step.accept(outcome(0, flushed(left), began));
                            return audit(budget, step);
                        })
                .thenAccept(
                        _ -> {
                            long saving = ticker.nanos();
                            step.accept(outcome(2, saved(reason), saving));
                        });
    }

    private CompletableFuture<Void> audit(Duration budget, Consumer<TaskOutcome> step) {
        long began = ticker.nanos();
        var patience = budget.compareTo(LEAST_FOR_AUDIT) > 0 ? budget : LEAST_FOR_AUDIT;
        return audit.get()
                .completeOnTimeout(false, patience.toMillis(), TimeUnit.MILLISECONDS)
                .thenAccept(
                        written ->
                                step.accept(
                                        outcome(
                                                1,
                                                written
                                                        ? "every entry is on disk"
                                                        : "it cannot be written",
                                                began)));
    }

    private TaskOutcome outcome(int task, String what, long beganNanos) {
        return new TaskOutcome(TASKS.get(task), what, ticker.since(beganNanos));
    }

    private static String flushed(int left) {
        return left == 0
                ? "all events are published"
                : String.format(Locale.ROOT, "%,d events could not be published", left);
    }

    private String saved(String reason) {
        try {
            return "saved to " + runFile.save(reason);
        } catch (IOException e) {
            return "not saved, " + Reasons.of(e);
        }
    }
}
