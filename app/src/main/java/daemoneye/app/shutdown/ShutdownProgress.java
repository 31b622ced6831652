package daemoneye.app.shutdown;

import daemoneye.app.text.Messages;
import daemoneye.app.text.Wording;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How far a shutdown has come, put together from reports that may come late, twice or not at all.
/// A later phase proves the earlier ones. Knows no clock: each fact comes with its time.
final class ShutdownProgress {
    private record Task(String outcome, Duration took) {}

    private final Instant sentAt;
    private final Map<ShutdownPhase, Duration> reached = new EnumMap<>(ShutdownPhase.class);
    private final Map<String, Task> tasks = new LinkedHashMap<>();
    private Duration last = Duration.ZERO;
    private Optional<String> forcedBy = Optional.empty();
    private Optional<String> end = Optional.empty();
    private boolean failed;

    ShutdownProgress(Instant sentAt) {
        this.sentAt = sentAt;
        reached.put(ShutdownPhase.INITIATED, Duration.ZERO);
    }

    /// @param at since it was sent
    void add(ShutdownFact fact, Duration at) {
        switch (fact) {
            case ShutdownFact.Reached(var phase) -> reach(phase, at);
            case ShutdownFact.TaskOver(var name, var outcome, var took) -> {
                reach(ShutdownPhase.CLEANUP, at);
                tasks.putIfAbsent(name, new Task(outcome, took.orElse(at.minus(last))));
            }
            case ShutdownFact.Forcing(var how) -> forcedBy = Optional.of(how);
        }
        last = at;
    }

    private void reach(ShutdownPhase phase, Duration at) {
        if (end.isEmpty() || phase != ShutdownPhase.COMPLETED) {
            for (var each : ShutdownPhase.values()) {
                if (each.compareTo(phase) <= 0) {
                    reached.putIfAbsent(each, at);
                }
            }
        }
    }

    /// The process is gone.
    ///
    /// @param by `terminate` or `kill` if it was forced
    void complete(Optional<String> by, String exit, Duration at) {
        if (by.isPresent()) {
            forcedBy = by;
        }
        // It may have counted as failed until somebody found out.
        failed = false;
        end = Optional.empty();
        if (isForced()) {
            // A process that was killed need not have cleaned up.
            reached.putIfAbsent(ShutdownPhase.COMPLETED, at);
        } else {
            reach(ShutdownPhase.COMPLETED, at);
        }
        end = Optional.of(exit);
    }

    /// It did not come to its end, or nobody knows.
    void fail(String why) {
        failed = true;
        end = Optional.of(why);
    }

    boolean isForced() {
        return forcedBy.isPresent();
    }

    /// The lines to show, all phases, tasks below the cleanup.
    List<ProgressLine> lines() {
        var lines = new ArrayList<ProgressLine>();
        for (var phase : ShutdownPhase.values()) {
            lines.add(line(phase));
            if (phase == ShutdownPhase.CLEANUP) {
                tasks.forEach((name, task) -> lines.add(taskLine(name, task)));
            }
        }
        return lines;
    }

    /// The newest phase or task, in one line.
    String headline() {
        var newest = lines().stream().filter(line -> line.mark() != ProgressLine.Mark.PENDING);
        return newest.reduce((_, later) -> later)
                .map(
                        line ->
                                line.detail().isEmpty()
                                        ? line.name()
                                        : Messages.text(
                                                "shutdown.headline", line.name(), line.detail()))
                .orElse("");
    }

    private static ProgressLine taskLine(String name, Task task) {
        return new ProgressLine(
                ProgressLine.Mark.DONE,
                name,
                task.took().toMillis() < 1
                        ? task.outcome()
                        : Messages.text("shutdown.task", task.outcome(), Wording.took(task.took())),
                true);
    }

    private ProgressLine line(ShutdownPhase phase) {
        var at = Optional.ofNullable(reached.get(phase));
        boolean isEnd = phase == ShutdownPhase.COMPLETED;
        return new ProgressLine(
                mark(phase), isEnd ? nameOfTheEnd() : phase.label(), detail(phase, at), false);
    }

    private String nameOfTheEnd() {
        if (failed) {
            return Messages.text("shutdown.phase.end");
        }
        return isForced()
                ? Messages.text("shutdown.phase.forced")
                : ShutdownPhase.COMPLETED.label();
    }

    private ProgressLine.Mark mark(ShutdownPhase phase) {
        boolean isEnd = phase == ShutdownPhase.COMPLETED;
        if (!reached.containsKey(phase)) {
            return isEnd && failed ? ProgressLine.Mark.FAILED : ProgressLine.Mark.PENDING;
        }
        if (isEnd) {
            return isForced() ? ProgressLine.Mark.FORCED : ProgressLine.Mark.DONE;
        }
        boolean newest = reached.keySet().stream().allMatch(each -> each.compareTo(phase) <= 0);
        return newest && !failed ? ProgressLine.Mark.RUNNING : ProgressLine.Mark.DONE;
    }

    private String detail(ShutdownPhase phase, Optional<Duration> at) {
        return switch (phase) {
            case INITIATED -> Wording.clock(sentAt);
            case PREPARING, STOPPING -> at.map(ShutdownProgress::after).orElseGet(this::unreached);
            case CLEANUP ->
                    tasks.isEmpty()
                            ? at.map(ShutdownProgress::after).orElseGet(this::unreached)
                            : Messages.text("shutdown.tasks", tasks.size());
            case COMPLETED ->
                    end.orElseGet(
                            () ->
                                    Messages.text(
                                            forcedBy.isPresent()
                                                    ? "shutdown.by." + forcedBy.get()
                                                    : "shutdown.pending"));
        };
    }

    private String unreached() {
        return end.isPresent() && !failed ? Messages.text("shutdown.leftOut") : "";
    }

    private static String after(Duration at) {
        return Messages.text("shutdown.after", Wording.age(at));
    }
}
