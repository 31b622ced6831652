package daemoneye.app.controls.gauge;

/// A stretch of a gauge's scale.
///
/// @param upTo where the zone ends, exclusive, in the unit of the scale; it begins where the one
///     before it ends
/// @param severity how values in it are to be taken
public record GaugeZone(double upTo, Severity severity) {
    public GaugeZone {
        if (Double.isNaN(upTo)) {
            throw new IllegalArgumentException("a zone must end somewhere");
        }
    }
}
