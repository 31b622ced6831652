package daemoneye.rpc.cli.bench.design;

import daemoneye.rpc.cli.output.Units;

/// One number of the design's section *Performance Characteristics*.
///
/// @param section where the design gives it, e.g. "Latency Targets"
/// @param subject what of, e.g. "health checks, p95"
/// @param limit the number
/// @param least whether the measured figure must be at least the limit; otherwise it stays below it
/// @param unit of the number, e.g. "ms"
record Target(String section, String subject, double limit, boolean least, String unit) {
    static Target atLeast(String section, String subject, double limit, String unit) {
        return new Target(section, subject, limit, true, unit);
    }

    static Target below(String section, String subject, double limit, String unit) {
        return new Target(section, subject, limit, false, unit);
    }

    /// Whether a measured figure reaches it; what is no number never does.
    boolean metBy(double measured) {
        return least ? measured >= limit : measured < limit;
    }

    String text() {
        return (least ? "at least " : "below ") + Units.plain(limit) + " " + unit;
    }
}
