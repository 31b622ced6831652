package daemoneye.app.controls.spark;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

import java.util.OptionalInt;
import java.util.function.Consumer;

/// A line across the sparkline and the value where it stands.
final class SparkCrosshair {
    private final Sparkline spark;
    private final Region line = new Region();
    private final Label value = new Label();
    private Consumer<OptionalInt> listener = _ -> {};
    private OptionalInt at = OptionalInt.empty();

    SparkCrosshair(Sparkline spark) {
        this.spark = spark;
        line.getStyleClass().add("spark-crosshair");
        value.getStyleClass().add("spark-value");
        for (Region part : new Region[] {line, value}) {
            part.setManaged(false);
            part.setMouseTransparent(true);
            part.setVisible(false);
        }
    }

    Region line() {
        return line;
    }

    Label value() {
        return value;
    }

    void setListener(Consumer<OptionalInt> next) {
        listener = next;
    }

    void point(double x) {
        int index = spark.frame().indexAt(x - spark.plotLeft(), spark.series().size());
        set(index < 0 ? OptionalInt.empty() : OptionalInt.of(index));
        listener.accept(at);
    }

    void leave() {
        set(OptionalInt.empty());
        listener.accept(at);
    }

    void set(OptionalInt index) {
        at = index;
        place();
    }

    /// Puts line and value where they belong; the value stays inside the sparkline.
    void place() {
        boolean shown = at.isPresent() && at.getAsInt() < spark.series().size();
        line.setVisible(shown);
        value.setVisible(shown);
        if (!shown) {
            return;
        }
        double x = spark.plotLeft() + spark.frame().x(at.getAsInt(), spark.series().size());
        line.resizeRelocate(Math.floor(x), 0, 1, spark.getHeight());
        value.setText(spark.words(spark.series().value(at.getAsInt())));
        value.autosize();
        boolean fits = x + 6 + value.getWidth() <= spark.getWidth();
        value.relocate(Math.floor(fits ? x + 6 : x - 6 - value.getWidth()), 0);
    }
}
