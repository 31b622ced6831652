package daemoneye.rpc.client.fleet.record;

import daemoneye.rpc.client.fleet.FleetModel;
import daemoneye.rpc.client.fleet.MetricHistory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The newest figures of one source, as rows of numbers that share their times: at most
/// [FleetModel#HISTORY_POINTS] rows of [#MAX_FIGURES] figures. Loop thread only.
final class FigureTable {
    /// More figures than this are not kept: a source may not make us grow without bound.
    static final int MAX_FIGURES = 32;

    private static final int FIRST_ROOM = 16;

    private final Map<String, double[]> columns = new LinkedHashMap<>();
    private long[] times = new long[FIRST_ROOM];
    private int size;
    private int next;

    /// Adds a row; the oldest goes if it is full.
    void add(long atNanos, Map<String, Double> figures) {
        makeRoom();
        figures.keySet().forEach(this::column);
        times[next] = atNanos;
        columns.forEach((name, values) -> values[next] = figures.getOrDefault(name, Double.NaN));
        next = (next + 1) % times.length;
        size = Math.min(size + 1, times.length);
    }

    /// Adds all that is here to `series`, unless it is there already.
    void copyTo(Map<String, List<MetricHistory.Point>> series) {
        columns.forEach((name, values) -> series.computeIfAbsent(name, any -> points(values)));
    }

    private List<MetricHistory.Point> points(double[] values) {
        var points = new ArrayList<MetricHistory.Point>(size);
        int oldest = size < times.length ? 0 : next;
        for (int nth = 0; nth < size; nth++) {
            int row = (oldest + nth) % times.length;
            if (Double.isFinite(values[row])) {
                points.add(new MetricHistory.Point(times[row], values[row]));
            }
        }
        return List.copyOf(points);
    }

    private void column(String name) {
        if (!columns.containsKey(name) && columns.size() < MAX_FIGURES) {
            var values = new double[times.length];
            Arrays.fill(values, Double.NaN);
            columns.put(name, values);
        }
    }

    private void makeRoom() {
        if (size < times.length || size == FleetModel.HISTORY_POINTS) {
            return;
        }
        int room = Math.min(FleetModel.HISTORY_POINTS, 2 * size);
        times = Arrays.copyOf(times, room);
        columns.replaceAll((name, values) -> Arrays.copyOf(values, room));
        next = size;
    }
}
