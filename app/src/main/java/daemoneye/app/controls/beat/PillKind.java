package daemoneye.app.controls.beat;

/// What one pill says about its beat, from best to worst known, then the two kinds of not knowing.
public enum PillKind {
    /// The collector reported that it is well.
    GOOD,
    /// The collector reported that something is wrong, but it works.
    DEGRADED,
    /// The collector reported that it cannot do its work.
    UNHEALTHY,
    /// No beat came when one was due. Drawn hollow.
    LOST,
    /// Our own link was down: we could not have seen a beat. Drawn hatched.
    OUTAGE,
    /// There is no data for this time, and grey means nothing else.
    NO_DATA;

    private final String css = name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');

    /// The name in style sheets: `-pill-` and this.
    String css() {
        return css;
    }
}
