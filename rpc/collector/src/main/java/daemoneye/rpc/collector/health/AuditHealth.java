package daemoneye.rpc.collector.health;

import daemoneye.rpc.client.audit.chain.Standing;
import daemoneye.rpc.protocol.state.ComponentHealth;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.time.Ticker;

import java.util.Optional;
import java.util.function.Supplier;

/// The component `audit_log`, there only while the log cannot be written: an answer has to stay
/// small. Then nothing can be changed, but all can be read.
final class AuditHealth {
    private static final String NAME = "audit_log";

    private final Ticker ticker;
    private final Supplier<Standing> standing;

    AuditHealth(Ticker ticker, Supplier<Standing> standing) {
        this.ticker = ticker;
        this.standing = standing;
    }

    Optional<ComponentHealth> component() {
        return switch (standing.get()) {
            case Standing.Opening _, Standing.Working _ -> Optional.empty();
            case Standing.Unavailable(var why, _) -> Optional.of(degraded(why));
        };
    }

    private ComponentHealth degraded(String why) {
        return new ComponentHealth(
                NAME,
                HealthStatus.DEGRADED,
                Optional.of("Changes are refused, no audit log: " + why),
                ticker.now(),
                1);
    }
}
