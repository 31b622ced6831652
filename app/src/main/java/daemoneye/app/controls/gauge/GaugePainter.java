package daemoneye.app.controls.gauge;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.StrokeLineCap;

import java.util.OptionalDouble;

/// Draws the arc: three quarters of a circle, open at the bottom.
final class GaugePainter {
    private static final double START = 225;
    private static final double SWEEP = 270;

    /// Stale values keep their colour, faintly.
    private static final double STALE = 0.4;

    private final GaugeColors colors;
    private final double stroke;
    private final boolean zones;

    /// @param stroke thickness of the arc in pixels
    /// @param zones whether to draw the thin inner ring of zones
    GaugePainter(GaugeColors colors, double stroke, boolean zones) {
        this.colors = colors;
        this.stroke = stroke;
        this.zones = zones;
    }

    /// Draws into the square with side `size`.
    ///
    /// @param fraction how far the arc reaches, empty when there is no value
    /// @param stale whether the value is old
    void paint(
            GraphicsContext g,
            double size,
            GaugeScale scale,
            Severity severity,
            OptionalDouble fraction,
            boolean stale) {
        g.clearRect(0, 0, size, size);
        double inset = stroke / 2 + 0.5;
        track(g, size, inset, fraction.isPresent());
        if (zones && fraction.isPresent() && scale.zones().size() > 1) {
            zoneRing(g, size, scale, inset + stroke / 2 + 3);
        }
        double reach = fraction.orElse(0);
        if (reach > 0) {
            g.setGlobalAlpha(stale ? STALE : 1);
            arc(g, colors.color(severity), stroke, size, inset, START, -SWEEP * reach);
            g.setGlobalAlpha(1);
        }
    }

    /// Marks the highest value seen: a short stroke across the arc.
    void peak(GraphicsContext g, double size, double fraction) {
        double angle = Math.toRadians(START - SWEEP * fraction);
        double middle = size / 2;
        double outer = middle - 0.5;
        double inner = outer - stroke;
        g.setLineCap(StrokeLineCap.BUTT);
        g.setLineWidth(2);
        g.setStroke(colors.peak());
        g.strokeLine(
                middle + inner * Math.cos(angle),
                middle - inner * Math.sin(angle),
                middle + outer * Math.cos(angle),
                middle - outer * Math.sin(angle));
    }

    private void track(GraphicsContext g, double size, double inset, boolean known) {
        if (known) {
            arc(g, colors.track(), stroke, size, inset, START, -SWEEP);
            return;
        }
        double thin = Math.max(2, stroke / 3);
        g.setLineDashes(1, thin * 2.5);
        arc(g, colors.track(), thin, size, inset, START, -SWEEP);
        g.setLineDashes();
    }

    private void zoneRing(GraphicsContext g, double size, GaugeScale scale, double inset) {
        double from = 0;
        g.setGlobalAlpha(0.55);
        g.setLineWidth(2);
        g.setLineCap(StrokeLineCap.BUTT);
        for (GaugeZone zone : scale.zones()) {
            double to = scale.fraction(zone.upTo());
            double space = from == 0 ? 0 : 0.012;
            g.setStroke(colors.color(zone.severity()));
            g.strokeArc(
                    inset,
                    inset,
                    size - 2 * inset,
                    size - 2 * inset,
                    START - SWEEP * (from + space),
                    -SWEEP * (to - from - space),
                    ArcType.OPEN);
            from = to;
        }
        g.setGlobalAlpha(1);
    }

    private void arc(
            GraphicsContext g,
            Color color,
            double width,
            double size,
            double inset,
            double from,
            double sweep) {
        g.setLineCap(StrokeLineCap.ROUND);
        g.setLineWidth(width);
        g.setStroke(color);
        g.strokeArc(inset, inset, size - 2 * inset, size - 2 * inset, from, sweep, ArcType.OPEN);
    }
}
