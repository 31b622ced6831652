package daemoneye.app.rollout.plan;

/// How one target stands before anything is sent.
public sealed interface PlanStand {
    /// Its agent is being asked.
    record Asking() implements PlanStand {}

    /// It takes the change.
    record Ready() implements PlanStand {}

    /// It has all of it already.
    record Nothing() implements PlanStand {}

    /// It refuses, cannot be asked, or does not fit.
    ///
    /// @param why one sentence for people
    record Blocked(String why) implements PlanStand {}
}
