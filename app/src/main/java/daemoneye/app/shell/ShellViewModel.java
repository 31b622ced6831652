package daemoneye.app.shell;

import daemoneye.app.audit.AuditViewModel;
import daemoneye.app.calls.OperationsViewModel;
import daemoneye.app.controls.mark.LinkBadge;
import daemoneye.app.dashboard.FleetViewModel;
import daemoneye.app.detail.DetailViewModel;
import daemoneye.app.palette.PaletteViewModel;
import daemoneye.app.text.Messages;
import daemoneye.app.text.SafeText;
import daemoneye.app.text.Wording;
import daemoneye.rpc.client.connection.ConnectionState;
import daemoneye.rpc.client.fleet.CollectorView;
import daemoneye.rpc.client.fleet.FleetSnapshot;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;

/// The frame around the pages: where we are, how our link stands, and the status line. FX thread
/// only.
public final class ShellViewModel {
    private static final Duration SAID_AFTER = Duration.ofSeconds(2);

    private final FleetViewModel fleet;
    private final DetailViewModel detail;
    private final OperationsViewModel operations;
    private final Acting acting;
    private final AuditViewModel audit;
    private final PaletteViewModel palette;
    private final ObjectProperty<Page> page = new SimpleObjectProperty<>(new Page.Fleet());
    private final ReadOnlyObjectWrapper<LinkLine> link =
            new ReadOnlyObjectWrapper<>(
                    new LinkLine(
                            LinkBadge.Link.RECONNECTING, Messages.text("link.connecting"), ""));
    private final ReadOnlyStringWrapper frozen = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<LinkWay> way = new ReadOnlyObjectWrapper<>(LinkWay.NONE);
    private ConnectionState.Reconnecting waiting =
            new ConnectionState.Reconnecting(0, Duration.ZERO, "");
    private long waitingSinceNanos;
    private OptionalLong downSinceNanos = OptionalLong.empty();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");

    public ShellViewModel(
            FleetViewModel fleet,
            DetailViewModel detail,
            OperationsViewModel operations,
            AuditViewModel audit,
            Acting acting) {
        this.fleet = fleet;
        this.detail = detail;
        this.operations = operations;
        this.audit = audit;
        this.acting = acting;
        this.palette = new PaletteViewModel(acting.guard());
        palette.useConfig(acting.config()::open);
        page.subscribe(this::turnTo);
        fleet.selectedProperty().subscribe(id -> turnTo(page.get()));
    }

    private void turnTo(Page to) {
        detail.lookAt(
                switch (to) {
                    case Page.Collector(var id) -> Optional.of(id);
                    case Page.Fleet(), Page.Calls(), Page.Audit(var _), Page.Settings() ->
                            fleet.selectedProperty().get();
                });
        audit.show(to instanceof Page.Audit);
        if (to instanceof Page.Audit(var words) && !words.isEmpty()) {
            audit.searchProperty().set(words);
        }
    }

    /// Shows a snapshot on every page.
    public void show(FleetSnapshot snapshot) {
        fleet.show(snapshot);
        detail.show(snapshot);
        operations.tick();
        fleet.obstruct(operations.breakers()::obstacle);
        acting.show(snapshot);
        audit.show(snapshot);
        palette.show(snapshot);
        boolean up = snapshot.link() instanceof ConnectionState.Connected;
        downSinceNanos =
                up
                        ? OptionalLong.empty()
                        : OptionalLong.of(downSinceNanos.orElse(snapshot.takenNanos()));
        link.set(linkLine(snapshot));
        frozen.set(notice(snapshot));
        way.set(frozen.get().isEmpty() ? LinkWay.NONE : LinkWay.of(snapshot.link()));
        summary.set(summaryOf(snapshot));
    }

    private String notice(FleetSnapshot snapshot) {
        if (snapshot.link() instanceof ConnectionState.Closed(var reason)) {
            return Messages.text("link.closed", SafeText.sentence(reason));
        }
        if (snapshot.lastKnownAt().isPresent()) {
            return Messages.text("link.frozen", Wording.clock(snapshot.lastKnownAt().get()));
        }
        if (snapshot.link() instanceof ConnectionState.Reconnecting(var attempt, _, var fault)) {
            var waited = waited(snapshot);
            return attempt > 0 || waited.compareTo(SAID_AFTER) >= 0
                    ? Messages.text("link.never", waited.toSeconds(), SafeText.whole(fault))
                    : "";
        }
        return "";
    }

    // Of what was begun when the first snapshot without a link came.
    private Duration waited(FleetSnapshot snapshot) {
        return Duration.ofNanos(
                snapshot.takenNanos() - downSinceNanos.orElse(snapshot.takenNanos()));
    }

    private LinkLine linkLine(FleetSnapshot snapshot) {
        return switch (snapshot.link()) {
            case ConnectionState.Connected _ ->
                    new LinkLine(
                            LinkBadge.Link.CONNECTED,
                            Messages.text("link.connected"),
                            measured(snapshot));
            case ConnectionState.Reconnecting trying ->
                    new LinkLine(
                            LinkBadge.Link.RECONNECTING,
                            Messages.text(
                                    trying.attempt() == 0
                                            ? "link.connecting"
                                            : "link.reconnecting"),
                            attempt(trying, snapshot));
            case ConnectionState.Closed(String reason) ->
                    new LinkLine(
                            LinkBadge.Link.DISCONNECTED,
                            Messages.text("link.disconnected"),
                            SafeText.sentence(reason));
        };
    }

    // The state says how long it was when the wait began; what is left goes down before our eyes.
    private String attempt(ConnectionState.Reconnecting trying, FleetSnapshot snapshot) {
        if (trying.attempt() == 0) {
            return Wording.span(waited(snapshot));
        }
        if (!trying.equals(waiting)) {
            waiting = trying;
            waitingSinceNanos = snapshot.takenNanos();
        }
        var left = trying.nextTryIn().minusNanos(snapshot.takenNanos() - waitingSinceNanos);
        return left.isPositive()
                ? Messages.text(
                        "link.attempt",
                        trying.attempt(),
                        Wording.age(left),
                        SafeText.sentence(trying.fault()))
                : Messages.text("link.trying", trying.attempt(), SafeText.sentence(trying.fault()));
    }

    private static String measured(FleetSnapshot snapshot) {
        return snapshot.roundTrip()
                .map(
                        trip ->
                                Messages.text(
                                        "link.measured",
                                        Wording.millis(trip.roundTrip()),
                                        Wording.signedMillis(trip.skew())))
                .orElse("");
    }

    private static String summaryOf(FleetSnapshot snapshot) {
        if (snapshot.collectors().isEmpty()) {
            return Messages.text("status.summary.none");
        }
        long hosts =
                snapshot.collectors().stream().map(view -> view.info().host()).distinct().count();
        var newest =
                snapshot.collectors().stream()
                        .map(CollectorView::lastBeatAge)
                        .flatMap(Optional::stream)
                        .min(Comparator.naturalOrder())
                        .map(Wording::age)
                        .orElse(Wording.NONE);
        return Messages.text("status.summary", snapshot.collectors().size(), hosts, newest);
    }

    /// Whether nothing is under way, waits to be sent, or was typed and not sent.
    public boolean isAtRest() {
        return operations.inFlight().isEmpty()
                && acting.guard().waiting().isEmpty()
                && acting.config().isAtRest()
                && acting.rollouts().isAtRest();
    }

    public ObjectProperty<Page> pageProperty() {
        return page;
    }

    public ReadOnlyObjectProperty<LinkLine> linkProperty() {
        return link.getReadOnlyProperty();
    }

    /// The banner while the picture is only last known; empty otherwise.
    public ReadOnlyStringProperty frozenProperty() {
        return frozen.getReadOnlyProperty();
    }

    /// What a person can do about the banner.
    public ReadOnlyObjectProperty<LinkWay> wayProperty() {
        return way.getReadOnlyProperty();
    }

    /// Right end of the status bar.
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    public FleetViewModel fleet() {
        return fleet;
    }

    public DetailViewModel detail() {
        return detail;
    }

    public OperationsViewModel operations() {
        return operations;
    }

    public AuditViewModel audit() {
        return audit;
    }

    /// The command line.
    public PaletteViewModel palette() {
        return palette;
    }

    /// Where every action of a person begins.
    public Acting acting() {
        return acting;
    }
}
