package daemoneye.rpc.agent.supervise.stop;

import daemoneye.rpc.agent.process.CollectorProcess;
import daemoneye.rpc.client.serve.Answer;
import daemoneye.rpc.client.serve.Step;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.payload.RpcPayload;
import daemoneye.rpc.protocol.time.Ticker;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Ends one process, step by step, until it is gone. Confined to the loop.
///
/// ```
///  graceful call ─budget over, or refused─► terminate ─grace over─► kill ─4 s─► NOT_GONE
///        │          └─(no force)─► GAVE_UP       │                    │
///        └────────────────────────── gone ──────┴────────────────────┴──► GONE
/// ```
public final class StopLadder {
    /// How long a killed process may take to vanish before people are told. It vanishes at once
    /// unless the system itself holds it, e.g. in a read from a dead network file system. Less than
    /// the 5 s of a ForceShutdown, so that its caller hears of it.
    public static final Duration AFTER_KILL = Duration.ofSeconds(4);

    /// How it went.
    enum End {
        GONE,
        GAVE_UP,
        NOT_GONE
    }

    private enum Rung {
        GRACEFUL,
        TERMINATE,
        KILL
    }

    private final CollectorProcess process;
    private final StopOrder order;
    private final Ticker ticker;
    private final Executor loop;
    private final Consumer<Step> progress;
    private final CompletableFuture<End> end = new CompletableFuture<>();
    private Rung step = Rung.GRACEFUL;
    private Ticker.Alarm next = () -> {};
    private Map<String, ConfigValue> said = Map.of();
    private final long beganNanos;

    StopLadder(
            CollectorProcess process,
            StopOrder order,
            Ticker ticker,
            Executor loop,
            Consumer<Step> progress) {
        this.process = process;
        this.order = order;
        this.ticker = ticker;
        this.loop = loop;
        this.progress = progress;
        this.beganNanos = ticker.nanos();
    }

    /// Completes on the loop.
    CompletableFuture<End> end() {
        return end;
    }

    /// Takes the first step.
    ///
    /// @param ask the graceful call; not made if the order leaves no time for it
    void climb(GracefulCall ask) {
        if (order.graceful().isZero()) {
            terminate();
            return;
        }
        tell("preparing", "asked it to clean up and end");
        later(order.graceful(), this::gracefulStepIsOver);
        var _ = ask.call().thenAccept(answer -> loop.execute(() -> answered(answer)));
    }

    /// Skips all other steps.
    void kill() {
        step = Rung.KILL;
        force("kill", "killing it");
        process.kill();
        later(AFTER_KILL, () -> finish(End.NOT_GONE));
    }

    /// Skips what is slower than this: terminate unless done already, and kill after `grace`.
    void hurry(Duration grace) {
        if (step == Rung.GRACEFUL) {
            step = Rung.TERMINATE;
            process.terminate();
        }
        later(grace, this::kill);
    }

    /// The process is gone.
    void gone() {
        finish(End.GONE);
    }

    /// What a stopped collector's caller is told.
    RpcPayload report(String exit) {
        var facts = new LinkedHashMap<>(said);
        facts.put("ended_by", ConfigValue.of(step.name().toLowerCase(Locale.ROOT)));
        facts.put("exit", ConfigValue.of(exit));
        facts.put("shutdown_time_ms", ConfigValue.of(ticker.since(beganNanos).toMillis()));
        return new GenericPayload(facts);
    }

    private void answered(Answer answer) {
        if (end.isDone() || step != Rung.GRACEFUL) {
            return;
        }
        switch (answer) {
            case Answer.Success(Optional<RpcPayload> payload) -> {
                if (payload.isPresent() && payload.get() instanceof GenericPayload(var values)) {
                    said = values;
                }
                tell("cleanup", "it has cleaned up; waiting for its process to end");
            }
            case Answer.Failure(var error) -> {
                progress.accept(Step.of("it did not take the call: " + error.message()));
                gracefulStepIsOver();
            }
        }
    }

    // An alarm and an answer may both say so.
    private void gracefulStepIsOver() {
        if (step != Rung.GRACEFUL) {
            return;
        }
        if (order.force()) {
            terminate();
        } else {
            finish(End.GAVE_UP);
        }
    }

    private void terminate() {
        if (order.grace().isZero()) {
            kill();
            return;
        }
        step = Rung.TERMINATE;
        force("terminate", "terminating it");
        process.terminate();
        later(order.grace(), this::kill);
    }

    private void tell(String phase, String text) {
        progress.accept(Step.of(text).with("phase", ConfigValue.of(phase)));
    }

    private void force(String by, String text) {
        progress.accept(
                Step.of(text)
                        .with("phase", ConfigValue.of("forced"))
                        .with("by", ConfigValue.of(by)));
    }

    private void later(Duration delay, Runnable task) {
        next.cancel();
        next =
                ticker.after(
                        delay,
                        () ->
                                loop.execute(
                                        () -> {
                                            if (!end.isDone()) {
                                                task.run();
                                            }
                                        }));
    }

    private void finish(End how) {
        next.cancel();
        end.complete(how);
    }

    /// The graceful call, ready to be made.
    @FunctionalInterface
    interface GracefulCall {
        CompletableFuture<Answer> call();
    }
}
