package daemoneye.rpc.client.call.resilience;

import daemoneye.rpc.client.call.breaker.BreakerChange;
import daemoneye.rpc.client.call.breaker.BreakerStanding;
import daemoneye.rpc.protocol.message.RpcRequest;

import java.time.Duration;

/// What a [ResilientCaller] does of its own accord.
public sealed interface ResilienceEvent {
    /// For people, e.g. `attempt 2 of 3 in 0.2 s`.
    String sentence();

    /// A call failed and will be sent again.
    ///
    /// @param attempt that will be made, from 2
    /// @param attempts most that will be made
    /// @param in until then
    /// @param code why the last one failed
    record Retrying(RpcRequest request, int attempt, int attempts, Duration in, String code)
            implements ResilienceEvent {
        @Override
        public String sentence() {
            return "attempt %d of %d in %s".formatted(attempt, attempts, seconds(in));
        }
    }

    /// A call failed and could have been sent again, but there have been too many repeats lately.
    record BudgetExhausted(RpcRequest request, String code) implements ResilienceEvent {
        @Override
        public String sentence() {
            return "not repeated: too many calls had to be repeated lately";
        }
    }

    /// A breaker changed.
    record BreakerMoved(BreakerChange change) implements ResilienceEvent {
        @Override
        public String sentence() {
            var next =
                    change.to() == BreakerStanding.OPEN
                            ? change.nextProbeIn()
                                    .map(time -> "; next probe in " + seconds(time))
                                    .orElse("")
                            : "";
            return "circuit to %s %s: %s%s"
                    .formatted(
                            change.key(),
                            change.to().wireName().replace('_', '-'),
                            change.cause(),
                            next);
        }
    }

    /// Rounded up to a tenth, whole from ten on.
    private static String seconds(Duration time) {
        long tenths = (time.toMillis() + 99) / 100;
        return tenths >= 100
                ? time.plusMillis(999).toSeconds() + " s"
                : "%d.%d s".formatted(tenths / 10, tenths % 10);
    }
}
