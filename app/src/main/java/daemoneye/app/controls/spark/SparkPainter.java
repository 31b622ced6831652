package daemoneye.app.controls.spark;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/// Draws a series: a line, a faint ground below it, dots along the bottom where nothing was
/// measured.
final class SparkPainter {
    private final SparkColors colors;

    SparkPainter(SparkColors colors) {
        this.colors = colors;
    }

    void paint(GraphicsContext g, SparkFrame frame, SparkSeries series) {
        g.clearRect(0, 0, frame.width(), frame.height());
        int from = 0;
        while (from < series.size()) {
            if (Double.isNaN(series.at(from))) {
                gap(g, frame, series, from);
                from++;
            } else {
                int to = endOfRun(series, from);
                run(g, frame, series, from, to);
                from = to;
            }
        }
        end(g, frame, series);
    }

    private static int endOfRun(SparkSeries series, int from) {
        int to = from;
        while (to < series.size() && !Double.isNaN(series.at(to))) {
            to++;
        }
        return to;
    }

    private void run(GraphicsContext g, SparkFrame frame, SparkSeries series, int from, int to) {
        if (to - from == 1) {
            dot(g, frame, series, from, 1);
            return;
        }
        g.setFill(colors.fill());
        trace(g, frame, series, from, to);
        g.lineTo(frame.x(to - 1, series.size()), frame.height());
        g.lineTo(frame.x(from, series.size()), frame.height());
        g.closePath();
        g.fill();
        g.setStroke(colors.line());
        g.setLineWidth(1.5);
        g.setLineJoin(StrokeLineJoin.ROUND);
        g.setLineCap(StrokeLineCap.ROUND);
        trace(g, frame, series, from, to);
        g.stroke();
    }

    private void trace(GraphicsContext g, SparkFrame frame, SparkSeries series, int from, int to) {
        g.beginPath();
        g.moveTo(frame.x(from, series.size()), frame.y(series.at(from)));
        for (int i = from + 1; i < to; i++) {
            g.lineTo(frame.x(i, series.size()), frame.y(series.at(i)));
        }
    }

    private void gap(GraphicsContext g, SparkFrame frame, SparkSeries series, int index) {
        g.setFill(colors.gap());
        g.fillRect(Math.floor(frame.x(index, series.size())), frame.height() - 2, 1.5, 1.5);
    }

    /// A dot where the line ends now.
    private void end(GraphicsContext g, SparkFrame frame, SparkSeries series) {
        int last = series.size() - 1;
        if (last >= 0 && !Double.isNaN(series.at(last))) {
            dot(g, frame, series, last, 2);
        }
    }

    private void dot(GraphicsContext g, SparkFrame frame, SparkSeries series, int i, double r) {
        g.setFill(colors.line());
        double x = frame.x(i, series.size());
        g.fillOval(x - r, frame.y(series.at(i)) - r, 2 * r, 2 * r);
    }
}
