package daemoneye.app;

import daemoneye.app.instance.FirstWindow;
import daemoneye.app.launch.Outside;
import daemoneye.app.launch.display.DisplayLoss;

import java.util.Optional;

/// What reaches the window of this process: a second console that calls it, and the end of the
/// display.
///
/// @param first whom second ones call, if this is the first
record OneWindow(Optional<FirstWindow> first, DisplayLoss loss) implements Outside {
    @Override
    public void onSummons(Runnable show) {
        first.ifPresent(each -> each.onShow(show));
    }

    @Override
    public void onDisplayLost(Runnable end) {
        loss.onLoss(end);
    }
}
