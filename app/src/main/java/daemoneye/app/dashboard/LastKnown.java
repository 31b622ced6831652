package daemoneye.app.dashboard;

import daemoneye.app.controls.gauge.GaugeReading;
import daemoneye.rpc.client.fleet.CollectorView;
import daemoneye.rpc.protocol.state.ProcessState;

import java.time.Duration;

/// What may be shown of a collector's figures: live ones as such, old ones with their age, none of
/// a process that is gone.
public final class LastKnown {
    private static final Duration STALE_AFTER = Duration.ofSeconds(10);

    private LastKnown() {}

    /// Whether there is a process, or was when our link broke.
    public static boolean hasFigures(CollectorView view) {
        return view.state().hasProcess() || view.state() == ProcessState.UNKNOWN;
    }

    /// For a gauge. Stale after 10 s without a beat, and at once while our link is down.
    ///
    /// @param value NaN for none; less than nothing is none either
    public static GaugeReading reading(CollectorView view, double value) {
        if (!Double.isFinite(value)
                || value < 0
                || view.lastBeatAge().isEmpty()
                || !hasFigures(view)) {
            return GaugeReading.none();
        }
        var age = view.lastBeatAge().get();
        boolean stale = view.state() == ProcessState.UNKNOWN || age.compareTo(STALE_AFTER) > 0;
        return stale ? GaugeReading.stale(value, age) : GaugeReading.live(value);
    }
}
