package daemoneye.app.calls;

import daemoneye.app.text.Messages;
import daemoneye.app.text.Wording;
import daemoneye.rpc.client.call.breaker.BreakerKey;
import daemoneye.rpc.client.call.breaker.CallClass;
import daemoneye.rpc.client.call.resilience.ResilienceEvent;
import daemoneye.rpc.client.call.resilience.ResilienceEvent.BreakerMoved;
import daemoneye.rpc.client.call.resilience.ResilienceEvent.BudgetExhausted;
import daemoneye.rpc.client.call.resilience.ResilienceEvent.Retrying;

import java.time.Duration;

/// What the caller does of its own accord, in words, and which operation it concerns.
final class CallerWords {
    private CallerWords() {}

    static boolean concerns(ResilienceEvent event, OperationViewModel operation) {
        return switch (event) {
            case Retrying retrying -> retrying.request().requestId().equals(operation.requestId());
            case BudgetExhausted spent -> spent.request().requestId().equals(operation.requestId());
            case BreakerMoved moved -> concerns(moved.change().key(), operation);
        };
    }

    static String of(ResilienceEvent event) {
        return switch (event) {
            case Retrying retrying ->
                    Messages.text(
                            "operation.attempt",
                            retrying.attempt(),
                            retrying.attempts(),
                            seconds(retrying.in()));
            case BudgetExhausted _ -> Messages.text("operation.budget");
            case BreakerMoved moved -> of(moved);
        };
    }

    private static boolean concerns(BreakerKey key, OperationViewModel operation) {
        return key.collector().text().equals(operation.collector())
                && key.callClass() == CallClass.of(operation.action().operation());
    }

    private static String of(BreakerMoved moved) {
        var change = moved.change();
        return switch (change.to()) {
            case OPEN ->
                    Messages.text(
                            "operation.circuit.open",
                            seconds(change.nextProbeIn().orElse(Duration.ZERO)));
            case HALF_OPEN -> Messages.text("operation.circuit.half");
            case CLOSED -> Messages.text("operation.circuit.closed");
        };
    }

    /// Rounded up to a tenth, whole from ten on.
    private static String seconds(Duration time) {
        long tenths = (time.toMillis() + 99) / 100;
        return tenths >= 100
                ? Long.toString(time.plusMillis(999).toSeconds())
                : Wording.tenth(tenths / 10.0);
    }
}
