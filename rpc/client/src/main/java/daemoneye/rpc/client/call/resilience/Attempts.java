package daemoneye.rpc.client.call.resilience;

import daemoneye.rpc.client.call.CallOutcome.Failed;
import daemoneye.rpc.protocol.error.ExecutionCertainty;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.time.Duration;
import java.util.Optional;

/// The failed tries of one call, and what they come to. A later "not executed" cannot undo an
/// earlier "unknown": then the whole is unknown. For one thread at a time.
final class Attempts {
    private int count;
    private Optional<Failed> unknown = Optional.empty();
    private Optional<Failed> last = Optional.empty();

    void failed(Failed one) {
        count++;
        last = Optional.of(one);
        if (one.error().certainty() == ExecutionCertainty.UNKNOWN) {
            unknown = last;
        }
    }

    int count() {
        return count;
    }

    /// Whether one of them may have been executed.
    boolean uncertain() {
        return unknown.isPresent();
    }

    /// What the caller is told; empty if nothing has failed yet.
    Optional<Failed> result(Duration took) {
        return last.map(newest -> weighed(newest, took));
    }

    private Failed weighed(Failed newest, Duration took) {
        boolean undone =
                uncertain() && newest.error().certainty() == ExecutionCertainty.NOT_EXECUTED;
        var told = undone ? unknown.orElse(newest) : newest;
        var error = told.error();
        if (count > 1) {
            error = error.with("attempts", ConfigValue.of(count));
        }
        if (undone) {
            error = error.with("last_attempt", ConfigValue.of(newest.error().code()));
        }
        return new Failed(told.status(), error, took);
    }
}
