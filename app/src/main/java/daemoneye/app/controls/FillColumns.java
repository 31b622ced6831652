package daemoneye.app.controls;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ConstrainedColumnResizeBase;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.scene.control.TableView.ResizeFeatures;
import javafx.stage.Window;
import javafx.util.Callback;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Lets the columns of a table fill its width exactly, whichever of them are shown at the moment.
/// Each gets the width it prefers; what is left goes to those that may be wider, what is missing is
/// taken from those that may be narrower, each in proportion to its own width. A column that a
/// person has dragged keeps that width. FX thread.
///
/// The policies of JavaFX leave columns at the width they had when others came or went, so that a
/// last one was cut beside empty room, or ended outside of the table.
@SuppressWarnings("rawtypes") // as the table asks for it
public final class FillColumns extends ConstrainedColumnResizeBase
        implements Callback<ResizeFeatures, Boolean> {
    private final Map<TableColumnBase<?, ?>, Double> dragged = new HashMap<>();

    private FillColumns() {}

    /// From now on the columns of `table` fill it.
    public static void of(TableView<?> table) {
        table.setColumnResizePolicy(new FillColumns());
    }

    @Override
    public Boolean call(ResizeFeatures features) {
        return fill((ResizeFeatures<?>) features);
    }

    private <S> boolean fill(ResizeFeatures<S> features) {
        var columns = features.getTable().getVisibleLeafColumns();
        TableColumn<?, ?> moved = features.getColumn();
        double own = 0;
        if (moved != null) {
            double wanted = moved.getWidth() + features.getDelta();
            own = Math.clamp(wanted, moved.getMinWidth(), moved.getMaxWidth());
            dragged.put(moved, own);
        }
        var widths = widths(columns.stream().map(this::span).toList(), features.getContentWidth());
        double scale = scale(features.getTable());
        for (int at = 0; at < widths.length; at++) {
            // To whole pixels of the screen, downwards: a table rounds up, and the sum is too wide.
            features.setColumnWidth(columns.get(at), Math.floor(widths[at] * scale) / scale);
        }
        return moved == null || Math.abs(moved.getWidth() - own) < 1;
    }

    private static double scale(Node node) {
        return Optional.ofNullable(node.getScene())
                .map(Scene::getWindow)
                .map(Window::getRenderScaleX)
                .orElse(1.0);
    }

    private Span span(TableColumnBase<?, ?> column) {
        var own = dragged.get(column);
        return own == null
                ? new Span(column.getMinWidth(), column.getPrefWidth(), column.getMaxWidth())
                : new Span(own, own, own);
    }

    /// What a column may be wide.
    record Span(double least, double preferred, double most) {}

    /// The width of each column: whole pixels that fill `room`, unless all are as narrow or as wide
    /// as they may be.
    static double[] widths(List<Span> spans, double room) {
        var widths = spans.stream().mapToDouble(Span::preferred).map(Math::floor).toArray();
        double left = Math.floor(room);
        for (double width : widths) {
            left -= width;
        }
        // Each round some reach their limit; what they could not take goes to the others.
        for (int round = 0; round < widths.length && Math.abs(left) >= 1; round++) {
            left = share(spans, widths, left);
        }
        return widths;
    }

    private static double share(List<Span> spans, double[] widths, double amount) {
        double weight = 0;
        for (int at = 0; at < widths.length; at++) {
            weight += mayMove(spans.get(at), widths[at], amount) ? widths[at] : 0;
        }
        double left = amount;
        for (int at = 0; at < widths.length && weight > 0 && Math.abs(left) >= 1; at++) {
            var span = spans.get(at);
            if (mayMove(span, widths[at], amount)) {
                double part = Math.signum(amount) * Math.ceil(Math.abs(left) * widths[at] / weight);
                weight -= widths[at];
                double next = Math.clamp(widths[at] + part, span.least(), span.most());
                left -= next - widths[at];
                widths[at] = next;
            }
        }
        return left;
    }

    private static boolean mayMove(Span span, double width, double amount) {
        return amount > 0 ? width + 1 <= span.most() : width - 1 >= span.least();
    }
}
