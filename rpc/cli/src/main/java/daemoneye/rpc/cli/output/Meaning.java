package daemoneye.rpc.cli.output;

import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.state.Liveness;
import daemoneye.rpc.protocol.state.ProcessState;

/// Which colour a state has.
public final class Meaning {
    private Meaning() {}

    public static Cell of(HealthStatus health) {
        return new Cell(
                health.wireName(),
                switch (health) {
                    case HEALTHY -> Style.GOOD;
                    case DEGRADED -> Style.WARNING;
                    case UNHEALTHY, UNRESPONSIVE -> Style.BAD;
                    case UNKNOWN -> Style.FAINT;
                });
    }

    public static Cell of(Liveness liveness) {
        return new Cell(
                liveness.wireName(),
                switch (liveness) {
                    case LIVE -> Style.GOOD;
                    case LATE, SUSPECT -> Style.WARNING;
                    case UNRESPONSIVE -> Style.BAD;
                    case DOWN, UNKNOWN -> Style.FAINT;
                });
    }

    public static Cell of(ProcessState state) {
        return new Cell(
                state.wireName(),
                switch (state) {
                    case RUNNING -> Style.GOOD;
                    case STARTING, PAUSED, STOPPING -> Style.WARNING;
                    case FAILED, QUARANTINED -> Style.BAD;
                    case UNREGISTERED, STOPPED, UNKNOWN -> Style.FAINT;
                });
    }
}
