package daemoneye.rpc.client.call.resilience;

import daemoneye.rpc.client.call.BusCaller;
import daemoneye.rpc.client.call.CallOutcome;
import daemoneye.rpc.client.call.breaker.Admission;
import daemoneye.rpc.client.call.breaker.Admission.Granted;
import daemoneye.rpc.client.call.breaker.BreakerKey;
import daemoneye.rpc.client.call.breaker.Verdict;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.message.RpcResponse;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// One call with all its tries: one after another, each with the same request and the time left.
///
/// ```
/// send ──► end ──► done, or nothing more to try ──► outcome
///   ▲       └─► wait, and for the link if it is down ─┐
///   └─────────────────────────────────────────────────┘
/// ```
final class RepeatedCall {
    /// How long a repeat waits for a link that is down; the reconnect itself is tried within
    /// 250 ms. Short, so that a call does not outlive a broker that is gone by more than a second.
    static final Duration LINK_PATIENCE = Duration.ofMillis(700);

    private final RpcRequest request;
    private final Consumer<RpcResponse> onProgress;
    private final BusCaller bus;
    private final Rules rules;
    private final long startedNanos;
    private final Attempts attempts = new Attempts();
    private final CompletableFuture<CallOutcome> outcome = new CompletableFuture<>();
    private volatile Runnable abandon = () -> {};

    RepeatedCall(RpcRequest request, Consumer<RpcResponse> onProgress, BusCaller bus, Rules rules) {
        this.request = request;
        this.onProgress = onProgress;
        this.bus = bus;
        this.rules = rules;
        this.startedNanos = rules.ticker().nanos();
    }

    CompletableFuture<CallOutcome> begin() {
        rules.budget().earn();
        var _ =
                outcome.whenComplete(
                        (_, _) -> {
                            if (outcome.isCancelled()) {
                                abandon.run();
                            }
                        });
        send();
        return outcome;
    }

    private void send() {
        var admission =
                BreakerKey.of(request)
                        .map(rules.breakers()::admit)
                        .orElseGet(Admission.Unguarded::new);
        switch (admission) {
            case Granted permit -> send(Optional.of(permit));
            case Admission.Unguarded _ -> send(Optional.empty());
            case Admission.Refused refused ->
                    outcome.complete(
                            attempts.result(took())
                                    .orElseGet(() -> Refusals.circuitOpen(refused, took())));
        }
    }

    private void send(Optional<Granted> permit) {
        var attempt = bus.attempt(request, remaining(), onProgress);
        underWay(() -> attempt.cancel(false));
        var _ = attempt.handle((result, fault) -> ended(permit, result));
    }

    /// @param result null if the caller has lost interest
    private boolean ended(Optional<Granted> permit, @Nullable CallOutcome result) {
        permit.ifPresent(granted -> tell(granted, Optional.ofNullable(result)));
        return switch (result) {
            case null -> false;
            case CallOutcome.Done done ->
                    outcome.complete(new CallOutcome.Done(done.response(), took()));
            case CallOutcome.Failed failed -> {
                attempts.failed(failed);
                yield mayRepeat(failed) ? repeat(failed) : giveUp();
            }
        };
    }

    private void tell(Granted permit, Optional<CallOutcome> result) {
        var verdict = result.map(Verdict::of).orElse(Verdict.NOTHING);
        var cause =
                result.filter(CallOutcome.Failed.class::isInstance)
                        .map(failed -> ((CallOutcome.Failed) failed).error());
        var sentence = cause.map(error -> error.message()).orElse("");
        if (cause.filter(e -> e.code().equals(ErrorCode.DEADLINE_EXCEEDED.name())).isPresent()) {
            var _ =
                    rules.link()
                            .brokerAnswers()
                            .thenAccept(
                                    well ->
                                            rules.breakers()
                                                    .ended(
                                                            permit,
                                                            well ? verdict : Verdict.NOTHING,
                                                            sentence));
        } else {
            rules.breakers().ended(permit, verdict, sentence);
        }
    }

    private boolean mayRepeat(CallOutcome.Failed failed) {
        return attempts.count() < RetryWaits.MAX_ATTEMPTS
                && RetryRule.allows(
                        request.operation().repeat(), failed.error(), attempts.uncertain());
    }

    private boolean repeat(CallOutcome.Failed failed) {
        var asked = RetryRule.retryAfter(failed.error()).orElse(Duration.ZERO);
        var wait = asked.plus(rules.waits().after(attempts.count()));
        if (wait.compareTo(remaining()) >= 0) {
            return giveUp();
        }
        var code = failed.error().code();
        if (!rules.budget().spend()) {
            rules.events().tell(new ResilienceEvent.BudgetExhausted(request, code));
            return giveUp();
        }
        rules.events()
                .tell(
                        new ResilienceEvent.Retrying(
                                request,
                                attempts.count() + 1,
                                RetryWaits.MAX_ATTEMPTS,
                                wait,
                                code));
        var alarm = rules.ticker().after(wait, this::sendOnceLinked);
        underWay(alarm::cancel);
        return true;
    }

    private void sendOnceLinked() {
        if (rules.link().up()) {
            send();
            return;
        }
        var left = remaining();
        var patience = left.compareTo(LINK_PATIENCE) < 0 ? left : LINK_PATIENCE;
        var linked = rules.link().upWithin(patience);
        underWay(() -> linked.cancel(false));
        var _ = linked.thenAccept(this::sendIfLinked);
    }

    private void sendIfLinked(boolean linked) {
        if (linked && remaining().isPositive()) {
            send();
        } else {
            giveUp();
        }
    }

    private boolean giveUp() {
        attempts.result(took()).ifPresent(outcome::complete);
        return false;
    }

    /// What to stop if the caller loses interest, which may have happened already.
    private void underWay(Runnable stop) {
        abandon = stop;
        if (outcome.isCancelled()) {
            stop.run();
        }
    }

    private Duration remaining() {
        return Duration.ofMillis(request.timeoutMs()).minus(took());
    }

    private Duration took() {
        return rules.ticker().since(startedNanos);
    }
}
