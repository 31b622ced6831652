package daemoneye.app.controls.gauge;

import java.util.Locale;

/// How a value on a gauge is to be taken. It picks the colour of the arc.
public enum Severity {
    /// Just a value, neither good nor bad: the accent colour.
    NEUTRAL,
    GOOD,
    WARN,
    BAD;

    private final String css = name().toLowerCase(Locale.ROOT);

    /// The pseudo-class of the gauge, and the end of its colour's name: `-gauge-` and this.
    String css() {
        return css;
    }
}
