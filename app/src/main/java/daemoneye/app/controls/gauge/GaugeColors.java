package daemoneye.app.controls.gauge;

import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The colours of one gauge, taken from style sheets: `-gauge-track`, `-gauge-peak`,
/// `-gauge-neutral`, `-gauge-good`, `-gauge-warn` and `-gauge-bad`.
final class GaugeColors {
    private static final StyleablePropertyFactory<HealthGauge> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());

    private final Map<Severity, StyleableProperty<Color>> bySeverity =
            new EnumMap<>(Severity.class);
    private final StyleableProperty<Color> track;
    private final StyleableProperty<Color> peak;

    GaugeColors(HealthGauge gauge, InvalidationListener changed) {
        for (Severity severity : Severity.values()) {
            bySeverity.put(
                    severity, color(gauge, severity.css(), g -> g.colors().of(severity), changed));
        }
        track = color(gauge, "track", g -> g.colors().track, changed);
        peak = color(gauge, "peak", g -> g.colors().peak, changed);
    }

    Color color(Severity severity) {
        return of(severity).getValue();
    }

    Color track() {
        return track.getValue();
    }

    Color peak() {
        return peak.getValue();
    }

    static List<CssMetaData<? extends Styleable, ?>> cssMetaData() {
        return FACTORY.getCssMetaData();
    }

    private StyleableProperty<Color> of(Severity severity) {
        StyleableProperty<Color> property = bySeverity.get(severity);
        if (property == null) {
            throw new IllegalStateException("no colour for " + severity);
        }
        return property;
    }

    private static StyleableProperty<Color> color(
            HealthGauge gauge,
            String name,
            Function<HealthGauge, StyleableProperty<Color>> where,
            InvalidationListener changed) {
        StyleableProperty<Color> property =
                FACTORY.createStyleableColorProperty(
                        gauge, name, "-gauge-" + name, where, Color.GRAY);
        ((Observable) property).addListener(changed);
        return property;
    }
}
