package daemoneye.app.controls.spark;

import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

import java.util.List;
import java.util.function.Function;

/// The colours of one sparkline, taken from style sheets: `-spark-line`, `-spark-fill` and
/// `-spark-gap`.
final class SparkColors {
    private static final StyleablePropertyFactory<Sparkline> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());

    private final StyleableProperty<Color> line;
    private final StyleableProperty<Color> fill;
    private final StyleableProperty<Color> gap;

    SparkColors(Sparkline spark, InvalidationListener changed) {
        line = color(spark, "line", s -> s.colors().line, changed);
        fill = color(spark, "fill", s -> s.colors().fill, changed);
        gap = color(spark, "gap", s -> s.colors().gap, changed);
    }

    Color line() {
        return line.getValue();
    }

    Color fill() {
        return fill.getValue();
    }

    Color gap() {
        return gap.getValue();
    }

    static List<CssMetaData<? extends Styleable, ?>> cssMetaData() {
        return FACTORY.getCssMetaData();
    }

    private static StyleableProperty<Color> color(
            Sparkline spark,
            String name,
            Function<Sparkline, StyleableProperty<Color>> where,
            InvalidationListener changed) {
        StyleableProperty<Color> property =
                FACTORY.createStyleableColorProperty(
                        spark, name, "-spark-" + name, where, Color.GRAY);
        ((Observable) property).addListener(changed);
        return property;
    }
}
