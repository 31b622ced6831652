package daemoneye.app.controls.beat;

import daemoneye.app.controls.ControlSize;

import javafx.beans.NamedArg;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.geometry.Insets;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;

/// One rounded pill for each beat, the newest at the right; as many as the width has room for.
/// A new beat slides in by one pitch within 0.25 s, if somebody can see it and has nothing against
/// motion. The pill under the pointer explains itself after 150 ms; with the focus, the arrow keys,
/// Home and End walk the pills.
///
/// Style class `heartbeat-bar` (and `large`); colours `-pill-good`, `-pill-degraded`,
/// `-pill-unhealthy`, `-pill-lost`, `-pill-outage`, `-pill-no-data`, `-pill-tick`.
/// FX thread. Cheap: nothing is painted when equal pills are set again, and no object is made per
/// pill. In rows of a table call `setFocusTraversable(false)` so that Tab leaves the table.
public final class HeartbeatBar extends Region {
    /// How many pills a bar asks room for.
    private static final int PREFERRED_PILLS = 22;

    private final PillLayout pillLayout;
    private final Canvas canvas = new Canvas();
    private final Rectangle clip = new Rectangle();
    private final PillColors colors;
    private final PillPainter painter;
    private final PillSlide slide;
    private final PillCursor cursor;
    private List<Pill> pills = List.of();
    private boolean dirty = true;

    /// A bar for rows.
    public HeartbeatBar() {
        this(ControlSize.ROW);
    }

    /// A bar for rows or for the detail page.
    public HeartbeatBar(@NamedArg("size") ControlSize size) {
        getStyleClass().add("heartbeat-bar");
        pillLayout =
                switch (size) {
                    case ROW -> PillLayout.ROW;
                    case LARGE -> PillLayout.LARGE;
                };
        if (size == ControlSize.LARGE) {
            getStyleClass().add("large");
        }
        colors = new PillColors(this, _ -> repaintWithLayout());
        painter = new PillPainter(pillLayout, colors);
        slide = new PillSlide(this, canvas);
        cursor = new PillCursor(this);
        canvas.setManaged(false);
        getChildren().addAll(canvas, cursor.ring());
        setClip(clip);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
    }

    /// Shows `newest`, oldest first. Ids must grow; the bar slides when one or two are new.
    public void setPills(List<Pill> newest) {
        if (newest.equals(pills)) {
            return;
        }
        int shift = slide.distance(pills, newest, pillLayout);
        pills = List.copyOf(newest);
        dirty = true;
        paint();
        slide.from(shift);
        clipToWholePills();
        cursor.pillsChanged();
    }

    /// What the bar shows, oldest first.
    public List<Pill> pills() {
        return pills;
    }

    /// Replaces the words for one pill, in its tooltip and to a screen reader. The default knows
    /// the kind and the number only; give one that knows the time.
    public void setDescriber(Function<Pill, String> describer) {
        cursor.setDescriber(describer);
    }

    /// What a screen reader says: "100 beats, 98 good, 2 lost", or the pill the cursor is on.
    public String spokenText() {
        String counts = BeatCounts.of(pills).spoken();
        return cursor.spoken().map(pill -> pill + ". " + counts).orElse(counts);
    }

    /// The geometry of this bar.
    public PillLayout pillLayout() {
        return pillLayout;
    }

    PillColors colors() {
        return colors;
    }

    /// The right edge of the newest pill.
    int rightEdge() {
        return (int) Math.floor(getWidth() - getInsets().getRight());
    }

    /// The left edge of the room for pills.
    int leftEdge() {
        return (int) Math.ceil(getInsets().getLeft());
    }

    @Override
    protected void layoutChildren() {
        int width = Math.max(0, rightEdge() - leftEdge());
        int reach = reach();
        if (canvas.getWidth() != width + reach || canvas.getHeight() != pillLayout.height()) {
            canvas.setWidth(width + reach);
            canvas.setHeight(pillLayout.height());
            dirty = true;
        }
        canvas.relocate(rightEdge() - width - reach, pillsTop());
        clip.setHeight(getHeight());
        clipToWholePills();
        paint();
        cursor.place();
    }

    /// The top of the pill row, with the room for ticks.
    int pillsTop() {
        Insets insets = getInsets();
        double free = getHeight() - insets.getTop() - insets.getBottom() - pillLayout.height();
        return (int) Math.floor(insets.getTop() + Math.max(0, free) / 2);
    }

    /// The canvas reaches this far beyond the left edge, so that a slide uncovers no empty space.
    private int reach() {
        return 3 * pillLayout.pitch();
    }

    /// Late pills shift the older ones by half a pitch; none is ever shown cut in two.
    private void clipToWholePills() {
        int right = rightEdge();
        int first = pillLayout.firstEdge(pills, leftEdge(), right);
        clip.setX(first - 2.0);
        clip.setWidth(Math.max(0, right - first + 4.0));
    }

    private void repaintWithLayout() {
        dirty = true;
        requestLayout();
    }

    private void paint() {
        if (!dirty || canvas.getWidth() <= reach()) {
            return;
        }
        dirty = false;
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        painter.paint(g, pills, (int) canvas.getWidth());
    }

    @Override
    protected double computePrefWidth(double height) {
        Insets insets = getInsets();
        return insets.getLeft() + pillLayout.widthOf(PREFERRED_PILLS) + insets.getRight();
    }

    @Override
    protected double computeMinWidth(double height) {
        return getInsets().getLeft() + pillLayout.pillWidth() + getInsets().getRight();
    }

    @Override
    protected double computePrefHeight(double width) {
        return getInsets().getTop() + pillLayout.height() + getInsets().getBottom();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return PillColors.cssMetaData();
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(
            AccessibleAttribute attribute, @Nullable Object... parameters) {
        return attribute == AccessibleAttribute.TEXT
                ? spokenText()
                : super.queryAccessibleAttribute(attribute, parameters);
    }
}
