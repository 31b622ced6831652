package daemoneye.rpc.client.fleet.record;

import daemoneye.rpc.protocol.payload.HealthCheckData;
import daemoneye.rpc.protocol.state.HealthStatus;

import java.time.Instant;
import java.util.Optional;

/// What the health checks of one process brought so far. Loop thread only.
final class HealthNews {
    /// Failed checks in a row until the last answer is not believed any more.
    private static final int FAILED_CHECKS = 2;

    private Optional<Checked> checked = Optional.empty();
    private int failures;
    private String fault = "";

    /// The newest answer.
    ///
    /// @param atNanos when it came, by the fleet's ticker
    record Checked(HealthCheckData data, HealthVerdict verdict, long atNanos) {}

    /// @param answeredAt by the collector's clock
    void answered(HealthCheckData data, Instant answeredAt, long nowNanos) {
        checked = Optional.of(new Checked(data, HealthRollup.ofCheck(data, answeredAt), nowNanos));
        failures = 0;
    }

    /// @param why one sentence
    void failed(String why) {
        failures = Math.min(failures + 1, FAILED_CHECKS);
        fault = why;
    }

    /// Another process: what was known of the one before says nothing.
    void forget() {
        checked = Optional.empty();
        failures = 0;
    }

    Optional<Checked> checked() {
        return checked;
    }

    /// The worst of checks and beats.
    ///
    /// @param beat what the newest beat says, if there was one
    HealthVerdict judge(Optional<HealthStatus> beat) {
        var byBeat = beat.map(HealthRollup::ofBeat);
        var byCheck =
                failures >= FAILED_CHECKS
                        ? Optional.of(HealthRollup.checksFail(fault))
                        : checked.map(Checked::verdict);
        // The check first: it can name a culprit.
        return byCheck.map(check -> byBeat.map(check::worst).orElse(check))
                .or(() -> byBeat)
                .orElseGet(HealthRollup::noNews);
    }
}
