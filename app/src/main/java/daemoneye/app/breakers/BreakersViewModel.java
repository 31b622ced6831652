package daemoneye.app.breakers;

import daemoneye.app.text.Messages;
import daemoneye.app.text.SafeText;
import daemoneye.rpc.client.call.breaker.BreakerStanding;
import daemoneye.rpc.client.call.breaker.BreakerView;
import daemoneye.rpc.client.call.resilience.Resilience;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;

/// The breakers that are not closed, with the time of their next probe. FX thread only.
public final class BreakersViewModel {
    private static final int MOST_CAUSE = 300;
    private static final int MOST_NAME = 60;

    private final Executor fxThread;
    private final ObservableList<BreakerItem> open = FXCollections.observableArrayList();
    private final ObservableList<BreakerItem> shownOpen =
            FXCollections.unmodifiableObservableList(open);
    private final ReadOnlyStringWrapper summary =
            new ReadOnlyStringWrapper(Messages.text("breakers.closed"));
    private Resilience resilience = Resilience.NONE;
    private List<BreakerView> shown = List.of();

    /// @param fxThread where changes are shown
    public BreakersViewModel(Executor fxThread) {
        this.fxThread = fxThread;
    }

    /// Shows the breakers of this caller.
    ///
    /// @return stops it
    public Runnable follow(Resilience caller) {
        resilience = caller;
        tick();
        return caller.watch(_ -> fxThread.execute(this::tick));
    }

    /// Brings the seconds up to date.
    public void tick() {
        var now =
                resilience.breakers().stream()
                        .filter(each -> each.standing() != BreakerStanding.CLOSED)
                        .map(BreakersViewModel::toTheSecond)
                        .toList();
        if (!now.equals(shown)) {
            shown = now;
            open.setAll(now.stream().map(this::item).toList());
            summary.set(
                    now.isEmpty()
                            ? Messages.text("breakers.closed")
                            : Messages.text("breakers.open", now.size()));
        }
    }

    // So that a list is not made anew more often than it reads differently.
    private static BreakerView toTheSecond(BreakerView view) {
        return new BreakerView(
                view.key(),
                view.standing(),
                view.failures(),
                view.nextProbeIn()
                        .map(time -> Duration.ofSeconds(time.plusMillis(999).toSeconds())),
                view.cause());
    }

    private BreakerItem item(BreakerView view) {
        var key = view.key();
        var title =
                Messages.text(
                        "breakers.title",
                        SafeText.of(key.collector().text(), MOST_NAME),
                        key.callClass().wireName());
        return new BreakerItem(
                key.collector().text(),
                title,
                words(view),
                () -> {
                    resilience.reset(key.collector(), key.callClass());
                    tick();
                });
    }

    /// What stands in the way of calls to one collector, in a few words; empty if nothing does.
    public String obstacle(String collector) {
        return shown.stream()
                .filter(each -> each.key().collector().text().equals(collector))
                .findFirst()
                .map(BreakersViewModel::shortly)
                .orElse("");
    }

    private static String shortly(BreakerView view) {
        long seconds = view.nextProbeIn().orElse(Duration.ZERO).toSeconds();
        return view.standing() == BreakerStanding.OPEN && seconds > 0
                ? Messages.text("breakers.row.waiting", seconds)
                : Messages.text("breakers.row.trying");
    }

    private static String words(BreakerView view) {
        var cause = SafeText.of(view.cause(), MOST_CAUSE);
        if (view.standing() == BreakerStanding.HALF_OPEN) {
            return Messages.text("breakers.probing", cause);
        }
        long seconds = view.nextProbeIn().orElse(Duration.ZERO).toSeconds();
        return seconds == 0
                ? Messages.text("breakers.mayTry", cause)
                : Messages.text("breakers.waiting", seconds, cause);
    }

    /// Those that are open or try again, in order.
    public ObservableList<BreakerItem> open() {
        return shownOpen;
    }

    /// "circuits: all closed", for the status bar.
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }
}
