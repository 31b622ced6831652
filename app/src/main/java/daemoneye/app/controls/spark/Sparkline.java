package daemoneye.app.controls.spark;

import daemoneye.app.controls.ControlTexts;
import daemoneye.app.text.Language;

import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.text.NumberFormat;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;

/// A short history without axes. Under the pointer stand a crosshair and the value there; several
/// sparklines can share one crosshair.
///
/// Style class `sparkline` with `good`, `warn`, `bad` for other colours; parts `spark-label`,
/// `spark-value`, `spark-crosshair`; colours `-spark-line`, `-spark-fill`, `-spark-gap`.
/// FX thread. Call `refresh` after the series has changed.
public final class Sparkline extends Region {
    private final Canvas canvas = new Canvas();
    private final Label high = new Label();
    private final Label low = new Label();
    private final SparkCrosshair crosshair = new SparkCrosshair(this);
    private final SparkColors colors;
    private final SparkPainter painter;
    private SparkSeries series = new SparkSeries(2);
    private DoubleFunction<String> format =
            NumberFormat.getInstance(Language.current().locale())::format;
    private OptionalDouble floor = OptionalDouble.empty();
    private boolean labelled;
    private String caption = "";

    /// A sparkline with nothing in it.
    public Sparkline() {
        getStyleClass().add("sparkline");
        high.getStyleClass().add("spark-label");
        low.getStyleClass().add("spark-label");
        canvas.setManaged(false);
        getChildren().addAll(canvas, high, low, crosshair.line(), crosshair.value());
        colors = new SparkColors(this, _ -> requestLayout());
        painter = new SparkPainter(colors);
        setAccessibleRole(AccessibleRole.TEXT);
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> crosshair.point(event.getX()));
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> crosshair.leave());
        setLabelled(false);
    }

    /// Shows `next` from now on.
    public void setSeries(SparkSeries next) {
        series = next;
        refresh();
    }

    /// Paints the series as it is now.
    public void refresh() {
        high.setText(labelled ? words(series.max()) : "");
        low.setText(labelled ? words(series.min()) : "");
        paint();
        crosshair.place();
    }

    /// The bottom of the range is `value` and not the smallest value, as a rate's is 0.
    public void setFloor(OptionalDouble value) {
        floor = value;
        refresh();
    }

    /// Whether the largest and the smallest value are written at the left.
    public void setLabelled(boolean show) {
        labelled = show;
        high.setVisible(show);
        low.setVisible(show);
        requestLayout();
        refresh();
    }

    /// How values are written.
    public void setFormat(DoubleFunction<String> next) {
        format = next;
        refresh();
    }

    /// What is measured, for a screen reader.
    public void setCaption(String next) {
        caption = next;
    }

    /// Puts the crosshair on a place of the series, or takes it away: for charts that share one.
    public void setCrosshair(OptionalInt index) {
        crosshair.set(index);
    }

    /// Hears where the pointer puts the crosshair.
    public void setOnCrosshair(Consumer<OptionalInt> listener) {
        crosshair.setListener(listener);
    }

    /// What a screen reader says: "events 157, between 120 and 180".
    public String spokenText() {
        String said =
                series.max().isEmpty()
                        ? ControlTexts.text("spark.none")
                        : ControlTexts.text(
                                "spark.range",
                                words(series.last()),
                                words(series.min()),
                                words(series.max()));
        return caption.isBlank() ? said : caption + " " + said;
    }

    SparkColors colors() {
        return colors;
    }

    SparkSeries series() {
        return series;
    }

    String words(OptionalDouble value) {
        return value.isEmpty() ? "–" : format.apply(value.getAsDouble());
    }

    /// Where the line is drawn, beside the labels.
    SparkFrame frame() {
        double bottom = floor.orElse(series.min().orElse(0));
        return new SparkFrame(
                canvas.getWidth(),
                canvas.getHeight(),
                series.capacity(),
                bottom,
                Math.max(bottom, series.max().orElse(bottom)));
    }

    double plotLeft() {
        return canvas.getLayoutX();
    }

    @Override
    protected void layoutChildren() {
        double labels = labelled ? Math.max(high.prefWidth(-1), low.prefWidth(-1)) + 6 : 0;
        double left = snapPositionX(getInsets().getLeft() + labels);
        double top = getInsets().getTop();
        canvas.setWidth(Math.max(0, Math.floor(getWidth() - left - getInsets().getRight())));
        canvas.setHeight(Math.max(0, Math.floor(getHeight() - top - getInsets().getBottom())));
        canvas.relocate(left, top);
        label(high, left - 6, top - 1);
        label(low, left - 6, top + canvas.getHeight() - low.prefHeight(-1) + 1);
        paint();
        crosshair.place();
    }

    private static void label(Label label, double right, double y) {
        label.autosize();
        label.relocate(right - label.getWidth(), y);
    }

    private void paint() {
        if (canvas.getWidth() > 0 && canvas.getHeight() > 0) {
            painter.paint(canvas.getGraphicsContext2D(), frame(), series);
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return getInsets().getLeft() + 144 + getInsets().getRight();
    }

    @Override
    protected double computePrefHeight(double width) {
        return getInsets().getTop() + 32 + getInsets().getBottom();
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return SparkColors.cssMetaData();
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(
            AccessibleAttribute attribute, @Nullable Object... parameters) {
        return attribute == AccessibleAttribute.TEXT
                ? spokenText()
                : super.queryAccessibleAttribute(attribute, parameters);
    }
}
