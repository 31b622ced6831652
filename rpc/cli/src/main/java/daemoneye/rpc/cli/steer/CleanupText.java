package daemoneye.rpc.cli.steer;

import daemoneye.rpc.cli.output.Cell;
import daemoneye.rpc.cli.output.Paint;
import daemoneye.rpc.cli.output.Style;
import daemoneye.rpc.cli.output.TextTable;
import daemoneye.rpc.cli.output.Units;
import daemoneye.rpc.cli.run.FactLines;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How a collector ended, as people read it: what is worth saying, and each task of its cleanup
/// with what it came to and how long it took.
final class CleanupText {
    private static final String TASKS = "cleanup_tasks";
    private static final String OUTCOMES = "cleanup_outcomes";
    private static final String DURATIONS = "cleanup_durations_ms";
    private static final List<String> FOR_SCRIPTS =
            List.of(
                    TASKS,
                    OUTCOMES,
                    DURATIONS,
                    "shutdown_initiated",
                    "estimated_shutdown_time_ms",
                    "shutdown_time_ms");

    private CleanupText() {}

    static List<String> lines(Map<String, ConfigValue> facts, Paint paint) {
        if (!(facts.get(TASKS) instanceof ConfigValue.Items(var tasks)) || tasks.isEmpty()) {
            return FactLines.of(facts);
        }
        var rest = new LinkedHashMap<>(facts);
        rest.keySet().removeAll(FOR_SCRIPTS);
        var lines = new ArrayList<>(FactLines.of(rest));
        var table = new TextTable("CLEANUP", ">TOOK", "RESULT");
        for (var task : tasks) {
            var name = task.toString();
            table.row(
                    Cell.of(name),
                    new Cell(took(facts, name), Style.FAINT),
                    Cell.of(text(facts, OUTCOMES, name)));
        }
        table.lines(paint).forEach(line -> lines.add("  " + line));
        return lines;
    }

    private static String took(Map<String, ConfigValue> facts, String task) {
        return facts.get(DURATIONS) instanceof ConfigValue.Table(var times)
                        && times.get(task) instanceof ConfigValue.Whole(long ms)
                ? Units.duration(Duration.ofMillis(ms))
                : "-";
    }

    private static String text(Map<String, ConfigValue> facts, String table, String name) {
        return facts.get(table) instanceof ConfigValue.Table(var texts) && texts.containsKey(name)
                ? String.valueOf(texts.get(name))
                : "";
    }
}
