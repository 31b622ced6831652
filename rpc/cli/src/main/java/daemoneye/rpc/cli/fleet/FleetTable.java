package daemoneye.rpc.cli.fleet;

import daemoneye.rpc.cli.output.Cell;
import daemoneye.rpc.cli.output.Meaning;
import daemoneye.rpc.cli.output.Paint;
import daemoneye.rpc.cli.output.Style;
import daemoneye.rpc.cli.output.TextTable;
import daemoneye.rpc.cli.output.Units;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// The fleet as a table for people.
final class FleetTable {
    private static final Cell NONE = new Cell("-", Style.FAINT);

    private FleetTable() {}

    static List<String> lines(List<CollectorRow> rows, Paint paint) {
        var table =
                new TextTable(
                        "COLLECTOR",
                        "AGENT",
                        "STATE",
                        "LIVENESS",
                        "HEALTH",
                        ">CPU",
                        ">MEMORY",
                        ">LAST BEAT",
                        ">UPTIME",
                        ">PID",
                        ">RESTARTS",
                        "NOTE");
        rows.forEach(row -> add(row, table));
        return table.lines(paint);
    }

    /// "4 collectors: 3 healthy, 1 unresponsive"
    static String summary(List<CollectorRow> rows) {
        var counts = new ArrayList<String>();
        rows.stream()
                .map(CollectorRow::health)
                .distinct()
                .sorted()
                .forEach(
                        health ->
                                counts.add(
                                        "%d %s"
                                                .formatted(
                                                        rows.stream()
                                                                .filter(
                                                                        row ->
                                                                                row.health()
                                                                                        == health)
                                                                .count(),
                                                        health.wireName())));
        var number = rows.size() == 1 ? "1 collector" : rows.size() + " collectors";
        return counts.isEmpty() ? number : number + ": " + String.join(", ", counts);
    }

    private static void add(CollectorRow row, TextTable table) {
        table.row(
                new Cell(row.id().text(), Style.STRONG),
                Cell.of(row.info().agentId()),
                Meaning.of(row.state()),
                Meaning.of(row.liveness()),
                Meaning.of(row.health()),
                figure(row.metric("cpu_usage_percent"), "%"),
                figure(row.metric("memory_usage_mb"), "MB"),
                age(row.lastBeatAge()),
                age(row.uptime()),
                row.info().pid().isPresent()
                        ? Cell.of(Long.toString(row.info().pid().getAsLong()))
                        : NONE,
                Cell.of(Integer.toString(row.info().restarts())),
                Cell.of(row.note().orElse("")));
    }

    private static Cell figure(OptionalDouble value, String unit) {
        return value.isPresent()
                ? Cell.of(Units.decimal(value.getAsDouble(), 1) + " " + unit)
                : NONE;
    }

    private static Cell age(Optional<Duration> age) {
        return age.map(Units::duration).map(Cell::of).orElse(NONE);
    }
}
