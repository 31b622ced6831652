package daemoneye.app.config.apply;

import daemoneye.app.config.talk.Desk;
import daemoneye.app.dashboard.Standing;
import daemoneye.app.guard.Guard;
import daemoneye.rpc.client.fleet.FleetSnapshot;
import daemoneye.rpc.protocol.time.Ticker;

/// Waits until a collector neither starts nor stops: one that ends again and again is on its way up
/// half of the time, and takes no settings then. Goes on in any case after the patience of the
/// desk. FX thread only.
final class Settled {
    private final Desk desk;
    private final String collector;
    private final Runnable then;
    private Ticker.Alarm alarm = () -> {};
    private boolean over;

    /// @param then runs once
    Settled(Desk desk, String collector, Runnable then) {
        this.desk = desk;
        this.collector = collector;
        this.then = then;
    }

    /// Begins to wait; may be over at once.
    void begin() {
        alarm = desk.ticker().after(desk.patience(), () -> desk.fxThread().execute(this::goOn));
        show(desk.fleet().snapshot());
    }

    /// Looks at what the fleet says.
    void show(FleetSnapshot snapshot) {
        boolean moves =
                Guard.view(snapshot, collector)
                        .map(Standing::of)
                        .filter(each -> each == Standing.STARTING || each == Standing.STOPPING)
                        .isPresent();
        if (!moves) {
            goOn();
        }
    }

    private void goOn() {
        if (!over) {
            over = true;
            alarm.cancel();
            then.run();
        }
    }
}
