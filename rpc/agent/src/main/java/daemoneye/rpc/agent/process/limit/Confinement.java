package daemoneye.rpc.agent.process.limit;

import java.util.Optional;
import java.util.function.Supplier;

/// One process within its limits.
public final class Confinement {
    /// Without limits.
    static final Confinement NONE = new Confinement(Optional.empty(), () -> LimitReport.NONE);

    private final Optional<Cgroup> group;
    private final Supplier<LimitReport> report;

    /// @param group that it was put into
    Confinement(Optional<Cgroup> group, Supplier<LimitReport> report) {
        this.group = group;
        this.report = report;
    }

    /// What became of the limits, as the system says now.
    public LimitReport report() {
        return report.get();
    }

    /// Cleans up after the end of the process.
    ///
    /// @return false if the system is not done with it yet: try again
    public boolean release() {
        return group.map(Cgroup::remove).orElse(true);
    }
}
