package daemoneye.app.welcome;

import daemoneye.app.text.Messages;
import daemoneye.rpc.client.connection.ConnectionState;
import daemoneye.rpc.client.fleet.CollectorView;
import daemoneye.rpc.client.fleet.FleetSnapshot;
import daemoneye.rpc.protocol.state.Liveness;
import daemoneye.rpc.protocol.state.ProcessState;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/// What somebody sees at the very first start: what this is, what it is doing right now, what to
/// press next. Goes away at a press, or a while after everything runs. FX thread only.
public final class WelcomeViewModel {
    /// From the moment everything runs: time to read it once.
    static final Duration STAYS = Duration.ofSeconds(20);

    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<List<WelcomeStep>> steps =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper next = new ReadOnlyStringWrapper("");
    private OptionalLong readyNanos = OptionalLong.empty();

    /// It is the first start.
    public void begin() {
        next.set(Messages.text("welcome.wait"));
        steps.set(
                List.of(
                        new WelcomeStep(Messages.text("welcome.broker"), false),
                        new WelcomeStep(Messages.text("welcome.agent"), false),
                        new WelcomeStep(Messages.text("welcome.collectors"), false),
                        new WelcomeStep(Messages.text("welcome.checks"), false)));
        open.set(true);
    }

    /// A person has seen enough.
    public void leave() {
        open.set(false);
    }

    /// Takes a snapshot of the fleet that is starting.
    public void show(FleetSnapshot snapshot) {
        if (!open.get()) {
            return;
        }
        if (snapshot.link() instanceof ConnectionState.Closed) {
            // The window says why; the way to it must be free.
            leave();
            return;
        }
        boolean connected = snapshot.link() instanceof ConnectionState.Connected;
        long all = snapshot.collectors().size();
        long beating = snapshot.collectors().stream().filter(WelcomeViewModel::beats).count();
        long checked =
                snapshot.collectors().stream().filter(each -> each.lastCheck().isPresent()).count();
        boolean everyone = all > 0 && beating == all;
        steps.set(
                List.of(
                        new WelcomeStep(Messages.text("welcome.broker"), connected),
                        new WelcomeStep(
                                Messages.text("welcome.agent"), !snapshot.agents().isEmpty()),
                        counted("welcome.collectors", beating, all, everyone),
                        counted("welcome.checks", checked, all, everyone && checked == all)));
        if (everyone && checked == all && readyNanos.isEmpty()) {
            readyNanos = OptionalLong.of(snapshot.takenNanos());
        }
        if (snapshot.collectors().stream().anyMatch(WelcomeViewModel::failed)) {
            next.set(Messages.text("welcome.failed"));
        }
        readyNanos.ifPresent(since -> count(snapshot.takenNanos() - since));
    }

    private void count(long readyForNanos) {
        var left = STAYS.minusNanos(readyForNanos);
        if (left.isPositive()) {
            next.set(Messages.text("welcome.ready", left.plusMillis(999).toSeconds()));
        } else {
            leave();
        }
    }

    private static WelcomeStep counted(String key, long some, long all, boolean done) {
        var words = Messages.text(key);
        return new WelcomeStep(all == 0 ? words : words + " · " + some + "/" + all, done);
    }

    private static boolean failed(CollectorView view) {
        return view.state() == ProcessState.FAILED || view.state() == ProcessState.QUARANTINED;
    }

    private static boolean beats(CollectorView view) {
        return view.liveness() == Liveness.LIVE;
    }

    /// Whether it is shown.
    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /// What is happening, in order.
    public ReadOnlyObjectProperty<List<WelcomeStep>> stepsProperty() {
        return steps.getReadOnlyProperty();
    }

    /// What comes next, in words.
    public ReadOnlyStringProperty nextProperty() {
        return next.getReadOnlyProperty();
    }
}
