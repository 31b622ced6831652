package daemoneye.rpc.cli.fleet;

import daemoneye.rpc.cli.output.Style;
import daemoneye.rpc.cli.run.Report;
import daemoneye.rpc.client.fleet.FleetSnapshot;

import java.util.ArrayList;

/// Paints the whole table anew with every snapshot.
final class LiveTable implements FleetShow {
    private final Report report;
    private final String broker;

    LiveTable(Report report, String broker) {
        this.report = report;
        this.broker = broker;
    }

    @Override
    public void show(FleetSnapshot snapshot) {
        var link = LinkText.of(snapshot.link());
        var rows = snapshot.collectors().stream().map(CollectorRow::of).toList();
        var lines = new ArrayList<String>();
        lines.add(
                report.paint().of(Style.STRONG, "daemoneye")
                        + "  "
                        + broker
                        + "  "
                        + report.paint().of(link.up() ? Style.GOOD : Style.BAD, link.sentence())
                        + "  "
                        + FleetTable.summary(rows));
        lines.add("");
        if (rows.isEmpty()) {
            lines.add(snapshot.listed() ? "No collectors." : "Waiting for the agents ...");
        } else {
            lines.addAll(FleetTable.lines(rows, report.paint()));
        }
        report.screen(lines);
    }
}
