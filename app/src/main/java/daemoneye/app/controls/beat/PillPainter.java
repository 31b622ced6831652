package daemoneye.app.controls.beat;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

import java.util.List;

/// Draws pills on a canvas. Makes no objects per pill, so that hundreds of bars can be repainted
/// every second.
final class PillPainter {
    private final PillLayout layout;
    private final PillColors colors;

    PillPainter(PillLayout layout, PillColors colors) {
        this.layout = layout;
        this.colors = colors;
    }

    /// Draws `pills`, the newest ending at `right`, down to the left edge 0, and fills what is left
    /// over with pills that say *no data*.
    void paint(GraphicsContext g, List<Pill> pills, int right) {
        int x = right - layout.pillWidth();
        for (int i = pills.size() - 1; i >= 0 && x >= 0; i--) {
            Pill pill = pills.get(i);
            shape(g, pill.kind(), x);
            if (pill.sequenceGap()) {
                tick(g, x);
            }
            x -= layout.advance(pill);
        }
        for (; x >= 0; x -= layout.pitch()) {
            shape(g, PillKind.NO_DATA, x);
        }
    }

    private void shape(GraphicsContext g, PillKind kind, int x) {
        Color color = colors.color(kind);
        int top = PillLayout.TICK_ROOM;
        switch (kind) {
            case GOOD, NO_DATA -> solid(g, color, x, top);
            case DEGRADED -> degraded(g, color, x, top);
            case UNHEALTHY -> unhealthy(g, color, x, top);
            case LOST -> hollow(g, color, x, top);
            case OUTAGE -> hatched(g, color, x, top);
        }
    }

    private void solid(GraphicsContext g, Color color, int x, int top) {
        g.setFill(color);
        int arc = layout.pillWidth();
        g.fillRoundRect(x, top, arc, layout.pillHeight(), arc, arc);
    }

    /// Nicked at a third, so that it differs from *good* without its colour.
    private void degraded(GraphicsContext g, Color color, int x, int top) {
        solid(g, color, x, top);
        int nick = Math.max(1, layout.pillHeight() / 15);
        g.clearRect(x, top + layout.pillHeight() / 3, layout.pillWidth(), nick);
    }

    /// Broken in the middle.
    private void unhealthy(GraphicsContext g, Color color, int x, int top) {
        solid(g, color, x, top);
        int gap = Math.max(2, layout.pillHeight() / 8);
        g.clearRect(x, top + (layout.pillHeight() - gap) / 2, layout.pillWidth(), gap);
    }

    private void hollow(GraphicsContext g, Color color, int x, int top) {
        g.setStroke(color);
        g.setLineWidth(1);
        double arc = layout.pillWidth() - 1;
        g.strokeRoundRect(
                x + 0.5, top + 0.5, layout.pillWidth() - 1, layout.pillHeight() - 1, arc, arc);
    }

    private void hatched(GraphicsContext g, Color color, int x, int top) {
        hollow(g, color, x, top);
        double step = Math.max(3, layout.pillWidth() / 2.0);
        double run = layout.pillWidth() - 1;
        double bottom = top + layout.pillHeight() - 1.5;
        for (double y = top + 1.5 + run; y < bottom; y += step) {
            g.strokeLine(x + 0.5, y, x + 0.5 + run, y - run);
        }
    }

    private void tick(GraphicsContext g, int x) {
        int space = layout.pitch() - layout.pillWidth();
        int width = Math.max(1, space / 4);
        g.setFill(colors.tick());
        g.fillRect(x - space / 2 - (width + 1) / 2, 0, width, layout.height());
    }
}
