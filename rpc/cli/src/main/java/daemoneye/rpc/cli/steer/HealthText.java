package daemoneye.rpc.cli.steer;

import daemoneye.rpc.cli.json.Fields;
import daemoneye.rpc.cli.json.RecordJson;
import daemoneye.rpc.cli.output.Cell;
import daemoneye.rpc.cli.output.Meaning;
import daemoneye.rpc.cli.output.Paint;
import daemoneye.rpc.cli.output.Style;
import daemoneye.rpc.cli.output.TextTable;
import daemoneye.rpc.cli.output.Units;
import daemoneye.rpc.protocol.payload.HealthCheckData;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// An answered health check as people and scripts see it.
///
/// @param answeredAt by the collector's clock, like the times in `data`: so ages are right even if
///     its clock and ours differ
/// @param took from the question to the answer, as we saw it
record HealthText(HealthCheckData data, Instant answeredAt, Duration took) {
    /// The design's fields, and `health`, `last_heartbeat_age_ms`, `took_ms`.
    ConfigValue.Table json() {
        return new Fields()
                .all(RecordJson.fields(data))
                .with("health", data.status())
                .with("last_heartbeat_age_ms", age(data.lastHeartbeat()).toMillis())
                .millis("took_ms", took)
                .object();
    }

    List<String> lines(Paint paint) {
        var lines = new ArrayList<String>();
        var health = Meaning.of(data.status());
        lines.add(
                "%s is %s: up %s, %d errors, last beat %s ago, answered in %s"
                        .formatted(
                                data.collectorId(),
                                paint.of(health.style(), health.text()),
                                Units.duration(Duration.ofSeconds(data.uptimeSeconds())),
                                data.errorCount(),
                                Units.duration(age(data.lastHeartbeat())),
                                Units.millis(took)));
        if (!data.components().isEmpty()) {
            lines.add("");
            lines.addAll(components().lines(paint));
        }
        if (!data.metrics().isEmpty()) {
            lines.add("");
            lines.addAll(metrics().lines(paint));
        }
        return lines;
    }

    private TextTable components() {
        var table = new TextTable("COMPONENT", "HEALTH", ">CHECKED", "MESSAGE");
        data.components()
                .values()
                .forEach(
                        each ->
                                table.row(
                                        Cell.of(each.name()),
                                        Meaning.of(each.believedAt(answeredAt)),
                                        new Cell(
                                                Units.duration(age(each.lastCheck())) + " ago",
                                                Style.FAINT),
                                        Cell.of(each.message().orElse(""))));
        return table;
    }

    private TextTable metrics() {
        var table = new TextTable("METRIC", ">VALUE");
        data.metrics()
                .forEach((name, value) -> table.row(Cell.of(name), Cell.of(Units.plain(value))));
        return table;
    }

    private Duration age(Instant at) {
        var age = Duration.between(at, answeredAt);
        return age.isNegative() ? Duration.ZERO : age;
    }
}
