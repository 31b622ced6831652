package daemoneye.app.controls.beat;

import javafx.beans.InvalidationListener;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The colours of one bar, taken from style sheets: `-pill-good`, `-pill-degraded`,
/// `-pill-unhealthy`, `-pill-lost`, `-pill-outage`, `-pill-no-data` and `-pill-tick`.
final class PillColors {
    private static final StyleablePropertyFactory<HeartbeatBar> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());

    private final Map<PillKind, StyleableProperty<Color>> byKind = new EnumMap<>(PillKind.class);
    private final StyleableProperty<Color> tick;

    PillColors(HeartbeatBar bar, InvalidationListener changed) {
        for (PillKind kind : PillKind.values()) {
            byKind.put(kind, color(bar, kind.css(), b -> b.colors().of(kind), changed));
        }
        tick = color(bar, "tick", b -> b.colors().tick, changed);
    }

    Color color(PillKind kind) {
        return of(kind).getValue();
    }

    Color tick() {
        return tick.getValue();
    }

    static List<CssMetaData<? extends Styleable, ?>> cssMetaData() {
        return FACTORY.getCssMetaData();
    }

    private StyleableProperty<Color> of(PillKind kind) {
        StyleableProperty<Color> property = byKind.get(kind);
        if (property == null) {
            throw new IllegalStateException("no colour for " + kind);
        }
        return property;
    }

    private static StyleableProperty<Color> color(
            HeartbeatBar bar,
            String name,
            java.util.function.Function<HeartbeatBar, StyleableProperty<Color>> where,
            InvalidationListener changed) {
        StyleableProperty<Color> property =
                FACTORY.createStyleableColorProperty(bar, name, "-pill-" + name, where, Color.GRAY);
        ((javafx.beans.Observable) property).addListener(changed);
        return property;
    }
}
