package daemoneye.rpc.cli.fleet;

import daemoneye.rpc.cli.run.Report;

/// The ways to show a fleet as it changes.
public final class FleetShows {
    private FleetShows() {}

    /// A table that is painted anew, for a person.
    ///
    /// @param broker its address
    public static FleetShow onATerminal(Report report, String broker) {
        return new LiveTable(report, broker);
    }

    /// A line or a document for each change, for files and scripts.
    public static FleetShow inAPipe(Report report) {
        return new ChangeLines(report);
    }
}
