package daemoneye.rpc.cli.bench;

import daemoneye.rpc.cli.json.Fields;
import daemoneye.rpc.cli.output.Cell;
import daemoneye.rpc.cli.output.Paint;
import daemoneye.rpc.cli.output.Style;
import daemoneye.rpc.cli.output.TextTable;
import daemoneye.rpc.cli.output.Units;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.HdrHistogram.Histogram;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a measurement brought.
///
/// @param subject the operation and the collectors
/// @param how the kind of load, in words
/// @param measured how long calls were counted
record BenchResult(
        ConfigValue.Table subject,
        String how,
        Duration measured,
        Duration warmUp,
        Histogram latencies,
        Map<String, Long> errors,
        Machine machine) {
    private static final double NANOS_A_MILLI = 1e6;

    double callsPerSecond() {
        return latencies.getTotalCount() / (measured.toNanos() / 1e9);
    }

    long errorCount() {
        return errors.values().stream().mapToLong(Long::longValue).sum();
    }

    ConfigValue.Table json() {
        var latency = new Fields();
        milliseconds().forEach(latency::with);
        return new Fields()
                .all(subject)
                .with("seconds", measured.toMillis() / 1000.0)
                .with("warm_up_seconds", warmUp.toMillis() / 1000.0)
                .with("calls", latencies.getTotalCount())
                .with("calls_per_second", Math.round(callsPerSecond() * 10) / 10.0)
                .with("error_count", errorCount())
                .with("errors", errors)
                .with("latency_ms", latency.object())
                .with("machine", machine.json())
                .object();
    }

    List<String> lines(Paint paint) {
        var lines = new ArrayList<String>();
        lines.add(paint.of(Style.STRONG, how));
        lines.add(machine.sentence());
        lines.add(
                "%d calls in %s after %s of warm-up: %s calls/s, %d errors"
                        .formatted(
                                latencies.getTotalCount(),
                                Units.duration(measured),
                                Units.duration(warmUp),
                                Units.decimal(callsPerSecond(), 1),
                                errorCount()));
        errors.forEach((code, count) -> lines.add("  %s: %d".formatted(code, count)));
        lines.add("");
        var table = new TextTable("LATENCY", ">MS");
        milliseconds()
                .forEach(
                        (name, value) ->
                                table.row(Cell.of(name), Cell.of(Units.decimal(value, 3))));
        lines.addAll(table.lines(paint));
        return lines;
    }

    private Map<String, Double> milliseconds() {
        var figures = new LinkedHashMap<String, Double>();
        figures.put("min", ms(latencies.getMinValue()));
        figures.put("mean", ms(Math.round(latencies.getMean())));
        figures.put("p50", ms(latencies.getValueAtPercentile(50)));
        figures.put("p90", ms(latencies.getValueAtPercentile(90)));
        figures.put("p95", ms(latencies.getValueAtPercentile(95)));
        figures.put("p99", ms(latencies.getValueAtPercentile(99)));
        figures.put("p99_9", ms(latencies.getValueAtPercentile(99.9)));
        figures.put("max", ms(latencies.getMaxValue()));
        return figures;
    }

    private static double ms(long nanos) {
        return Math.round(nanos / NANOS_A_MILLI * 1000) / 1000.0;
    }
}
