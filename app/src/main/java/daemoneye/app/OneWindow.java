package daemoneye.app;

import daemoneye.app.instance.FirstWindow;
import daemoneye.app.launch.Outside;
import daemoneye.app.launch.display.DisplayLoss;
import daemoneye.app.launch.display.EndSignals;

import java.util.Optional;

/// What reaches the window of this process: a second console that calls it, the end of the
/// display, and signals.
///
/// @param first whom second ones call, if this is the first
record OneWindow(Optional<FirstWindow> first, DisplayLoss loss, EndSignals signals)
        implements Outside {
    OneWindow(Optional<FirstWindow> first, DisplayLoss loss) {
        this(first, loss, new EndSignals());
    }

    @Override
    public void onSummons(Runnable show) {
        first.ifPresent(each -> each.onShow(show));
    }

    @Override
    public void onDisplayLost(Runnable end) {
        loss.onLoss(end);
    }

    @Override
    public void onToldToEnd(Runnable close) {
        signals.onTold(close);
    }
}
