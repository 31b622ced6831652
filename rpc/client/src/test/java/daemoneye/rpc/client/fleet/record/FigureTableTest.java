package daemoneye.rpc.client.fleet.record;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.client.fleet.FleetModel;
import daemoneye.rpc.client.fleet.MetricHistory.Point;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

class FigureTableTest {
    private final FigureTable table = new FigureTable();

    private Map<String, List<Point>> series() {
        var series = new LinkedHashMap<String, List<Point>>();
        table.copyTo(series);
        return series;
    }

    @Test
    void pointsComeOldestFirst() {
        table.add(10, Map.of("cpu", 1.0));
        table.add(20, Map.of("cpu", 2.0));

        assertThat(series()).containsEntry("cpu", List.of(new Point(10, 1), new Point(20, 2)));
    }

    @Test
    void onlyTheNewestPointsAreKept() {
        for (int nth = 1; nth <= 1000; nth++) {
            table.add(nth, Map.of("cpu", (double) nth));
        }
        var points = series().getOrDefault("cpu", List.of());

        assertThat(points).hasSize(FleetModel.HISTORY_POINTS);
        assertThat(points.getFirst()).isEqualTo(new Point(701, 701));
        assertThat(points.getLast()).isEqualTo(new Point(1000, 1000));
    }

    @Test
    void aFigureThatIsMissingNowAndThenHasFewerPoints() {
        table.add(1, Map.of("cpu", 1.0));
        table.add(2, Map.of("cpu", 2.0, "memory", 20.0));
        table.add(3, Map.of("memory", 30.0));

        assertThat(series())
                .containsEntry("cpu", List.of(new Point(1, 1), new Point(2, 2)))
                .containsEntry("memory", List.of(new Point(2, 20), new Point(3, 30)));
    }

    @Test
    void whatIsNoNumberIsNoPoint() {
        table.add(1, Map.of("cpu", Double.NaN, "memory", Double.POSITIVE_INFINITY));

        assertThat(series()).containsEntry("cpu", List.of()).containsEntry("memory", List.of());
    }

    @Test
    void aSourceThatInventsNamesDoesNotMakeItGrow() {
        for (int nth = 0; nth < 1000; nth++) {
            var figures = new HashMap<String, Double>();
            figures.put("figure_" + nth, 1.0);
            table.add(nth, figures);
        }

        assertThat(series()).hasSize(FigureTable.MAX_FIGURES);
    }
}
