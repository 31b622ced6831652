package daemoneye.app.controls.gauge;

import daemoneye.app.controls.ControlSize;
import daemoneye.app.controls.ControlTexts;

import javafx.beans.NamedArg;
import javafx.css.CssMetaData;
import javafx.css.PseudoClass;
import javafx.css.Styleable;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/// An arc with a value in it: 32 px in a row, or large on a card with unit, caption, zones and the
/// peak. *No value yet* is a dotted arc and a dash; a stale value is faint and carries its age. The
/// number is true at once, only the arc moves.
///
/// Style class `health-gauge` (and `large`), pseudo-classes `neutral good warn bad none stale`,
/// parts `gauge-value gauge-unit gauge-caption`; colours `-gauge-track`, `-gauge-peak`,
/// `-gauge-neutral`, `-gauge-good`, `-gauge-warn`, `-gauge-bad`. FX thread.
public final class HealthGauge extends Region {
    private static final PseudoClass NONE = PseudoClass.getPseudoClass("none");
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    private static final String DASH = "–";

    private final ControlSize size;
    private final Canvas canvas = new Canvas();
    private final Label value = new Label(DASH);
    private final Label unitLabel = new Label();
    private final Label captionLabel = new Label();
    private final GaugeColors colors;
    private final GaugePainter painter;
    private final GaugeSweep sweep;
    private GaugeScale scale = GaugeScale.health();
    private GaugeReading reading = GaugeReading.none();
    private OptionalDouble peak = OptionalDouble.empty();
    private DoubleFunction<String> format = GaugeText::number;
    private String caption = "";
    private String unit = "";

    /// A gauge for rows.
    public HealthGauge() {
        this(ControlSize.ROW);
    }

    /// A gauge for rows or for cards.
    public HealthGauge(@NamedArg("size") ControlSize size) {
        this.size = size;
        getStyleClass().add("health-gauge");
        value.getStyleClass().add("gauge-value");
        unitLabel.getStyleClass().add("gauge-unit");
        captionLabel.getStyleClass().add("gauge-caption");
        getChildren().addAll(canvas, value);
        if (size == ControlSize.LARGE) {
            getStyleClass().add("large");
            getChildren().addAll(unitLabel, captionLabel);
        } else {
            setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        }
        colors = new GaugeColors(this, _ -> requestLayout());
        painter = new GaugePainter(colors, isLarge() ? 8 : 3, isLarge());
        sweep = new GaugeSweep(this, this::paint);
        setAccessibleRole(AccessibleRole.TEXT);
        show(reading);
    }

    /// Shows `next`. Equal readings cost nothing.
    public void setReading(GaugeReading next) {
        if (!next.equals(reading)) {
            boolean appears = reading instanceof GaugeReading.NoValue;
            reading = next;
            show(next);
            sweepTo(appears);
        }
    }

    /// Measures against `next` from now on.
    public void setScale(GaugeScale next) {
        scale = next;
        show(reading);
        sweepTo(true);
    }

    /// Marks the highest value seen on a large gauge; empty takes the mark away.
    public void setPeak(OptionalDouble next) {
        if (!next.equals(peak)) {
            peak = next;
            paint();
        }
    }

    /// How numbers are written; the default is whole from 10 on and one decimal below.
    public void setFormat(DoubleFunction<String> next) {
        format = next;
        show(reading);
    }

    /// The name of what is measured, under the arc of a large gauge and to a screen reader.
    public void setCaption(String next) {
        caption = next;
        captionLabel.setText(next);
    }

    /// The name of what is measured.
    public String getCaption() {
        return caption;
    }

    /// The unit, under the number of a large gauge and to a screen reader.
    public void setUnit(String next) {
        unit = next;
        show(reading);
    }

    /// The unit.
    public String getUnit() {
        return unit;
    }

    /// What the gauge shows.
    public GaugeReading reading() {
        return reading;
    }

    /// What a screen reader says: "health 61, peak 98", "health no value yet".
    public String spokenText() {
        return GaugeText.spoken(caption, unit, reading, peak, format);
    }

    GaugeColors colors() {
        return colors;
    }

    private boolean isLarge() {
        return size == ControlSize.LARGE;
    }

    private void show(GaugeReading next) {
        switch (next) {
            case GaugeReading.NoValue() -> words(DASH, ControlTexts.text("gauge.none"));
            case GaugeReading.Live(double live) -> words(format.apply(live), unit);
            case GaugeReading.Stale(double old, Duration age) ->
                    words(format.apply(old), ControlTexts.text("gauge.age", GaugeText.age(age)));
        }
        pseudoClassStateChanged(NONE, next instanceof GaugeReading.NoValue);
        pseudoClassStateChanged(STALE, next instanceof GaugeReading.Stale);
        for (Severity each : Severity.values()) {
            PseudoClass name = PseudoClass.getPseudoClass(each.css());
            pseudoClassStateChanged(name, number().isPresent() && each == severity());
        }
    }

    private void words(String number, String below) {
        value.setText(number);
        unitLabel.setText(below);
    }

    private OptionalDouble number() {
        return switch (reading) {
            case GaugeReading.NoValue() -> OptionalDouble.empty();
            case GaugeReading.Live(double live) -> OptionalDouble.of(live);
            case GaugeReading.Stale(double old, Duration _) -> OptionalDouble.of(old);
        };
    }

    private Severity severity() {
        OptionalDouble number = number();
        return number.isEmpty() ? Severity.NEUTRAL : scale.severityOf(number.getAsDouble());
    }

    private void sweepTo(boolean jump) {
        OptionalDouble number = number();
        sweep.to(number.isEmpty() ? 0 : scale.fraction(number.getAsDouble()), jump);
        paint();
    }

    private void paint() {
        double side = canvas.getWidth();
        if (side <= 0) {
            return;
        }
        OptionalDouble reach =
                number().isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(sweep.fraction());
        boolean stale = reading instanceof GaugeReading.Stale;
        painter.paint(canvas.getGraphicsContext2D(), side, scale, severity(), reach, stale);
        if (isLarge() && peak.isPresent() && reach.isPresent()) {
            painter.peak(canvas.getGraphicsContext2D(), side, scale.fraction(peak.getAsDouble()));
        }
    }

    @Override
    protected void layoutChildren() {
        double captionHeight = isLarge() ? snapSizeY(captionLabel.prefHeight(-1)) : 0;
        double left = getInsets().getLeft();
        double top = getInsets().getTop();
        double width = getWidth() - left - getInsets().getRight();
        double height = getHeight() - top - getInsets().getBottom();
        // The arc is open below, so the caption may reach into its square.
        double side = Math.floor(Math.min(width, height - captionHeight * 0.5));
        canvas.setWidth(Math.max(0, side));
        canvas.setHeight(Math.max(0, side));
        double x = snapPositionX(left + (width - side) / 2);
        canvas.relocate(x, top);
        if (isLarge()) {
            placeWords(x, top + side / 2, side);
            double y = top + height - captionHeight;
            layoutInArea(captionLabel, left, y, width, captionHeight, 0, HPos.CENTER, VPos.CENTER);
        } else {
            layoutInArea(value, x, top, side, side, 0, HPos.CENTER, VPos.CENTER);
        }
        paint();
    }

    /// The number in the middle, or a little above it when there is a unit below.
    private void placeWords(double x, double middle, double side) {
        double tall = value.prefHeight(-1);
        double y = middle - tall * (unitLabel.getText().isEmpty() ? 0.5 : 0.62);
        layoutInArea(value, x, y, side, tall, 0, HPos.CENTER, VPos.CENTER);
        double below = middle + tall * 0.36;
        layoutInArea(
                unitLabel, x, below, side, unitLabel.prefHeight(-1), 0, HPos.CENTER, VPos.CENTER);
    }

    @Override
    protected double computePrefWidth(double height) {
        return getInsets().getLeft() + (isLarge() ? 96 : 32) + getInsets().getRight();
    }

    @Override
    protected double computePrefHeight(double width) {
        return getInsets().getTop() + (isLarge() ? 104 : 32) + getInsets().getBottom();
    }

    @Override
    protected double computeMinWidth(double height) {
        return getInsets().getLeft() + (isLarge() ? 72 : 32) + getInsets().getRight();
    }

    @Override
    protected double computeMinHeight(double width) {
        return getInsets().getTop() + (isLarge() ? 80 : 32) + getInsets().getBottom();
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return GaugeColors.cssMetaData();
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(
            AccessibleAttribute attribute, @Nullable Object... parameters) {
        return attribute == AccessibleAttribute.TEXT
                ? spokenText()
                : super.queryAccessibleAttribute(attribute, parameters);
    }
}
