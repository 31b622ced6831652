package daemoneye.rpc.client.fleet;

import java.util.List;
import java.util.Map;

/// Figures of one collector over time, for charts.
///
/// @param series by vital name; points oldest first, at most [FleetModel#HISTORY_POINTS]
public record MetricHistory(Map<String, List<Point>> series) {
    public MetricHistory {
        series = Map.copyOf(series);
    }

    /// @param atNanos by the fleet's ticker
    public record Point(long atNanos, double value) {}
}
