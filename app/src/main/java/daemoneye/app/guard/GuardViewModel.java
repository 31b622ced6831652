package daemoneye.app.guard;

import daemoneye.app.calls.CallTerms;
import daemoneye.app.calls.CollectorAction;
import daemoneye.app.calls.OperationViewModel;
import daemoneye.app.calls.OperationsViewModel;
import daemoneye.rpc.client.fleet.CollectorView;
import daemoneye.rpc.client.fleet.FleetModel;
import daemoneye.rpc.client.fleet.FleetSnapshot;
import daemoneye.rpc.protocol.id.Incarnation;
import daemoneye.rpc.protocol.payload.ConfigUpdateRequest;
import daemoneye.rpc.protocol.time.Ticker;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The door through which everything goes that a person starts: asks what [Guard] says must be
/// asked, holds a confirmed action back for five seconds, and begins it. FX thread only.
public final class GuardViewModel {
    private final FleetModel fleet;
    private final OperationsViewModel operations;
    private final Supplier<Protection> protection;
    private final Ticker ticker;
    private final Executor fxThread;
    private final ReadOnlyObjectWrapper<Optional<ConfirmViewModel>> question =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<WaitingCall> waiting = FXCollections.observableArrayList();
    private Doors doors = Doors.NONE;

    /// Actions with a dialog or a result of their own.
    public interface Doors {
        /// Nothing of its own: several are begun one by one.
        Doors NONE =
                new Doors() {
                    @Override
                    public boolean asks(Intent intent, List<String> listed) {
                        return false;
                    }

                    @Override
                    public boolean runs(Intent intent, Map<String, CallTerms> terms) {
                        return false;
                    }
                };

        /// Opens a place in which one may look before anything is asked, if there is one.
        default boolean opens(Intent intent) {
            return false;
        }

        /// Shows a dialog of its own for this intent, if it has one.
        ///
        /// @param listed all that somebody chose, as they were listed
        boolean asks(Intent intent, List<String> listed);

        /// Carries out an intent with several targets, if it can.
        boolean runs(Intent intent, Map<String, CallTerms> terms);
    }

    /// @param protection of the connection, as it is at the moment
    /// @param fxThread where questions come alive
    public GuardViewModel(
            FleetModel fleet,
            OperationsViewModel operations,
            Supplier<Protection> protection,
            Ticker ticker,
            Executor fxThread) {
        this.fleet = fleet;
        this.operations = operations;
        this.protection = protection;
        this.ticker = ticker;
        this.fxThread = fxThread;
    }

    /// Sends some intents through doors of their own.
    public void use(Doors others) {
        doors = others;
    }

    /// A person wants this done.
    public void request(CollectorAction action, List<String> targets) {
        if (targets.isEmpty()) {
            return;
        }
        var intent = new Intent(action, targets);
        if (doors.opens(intent)) {
            return;
        }
        switch (decide(intent)) {
            case Ask.Refused(var why) -> tell(intent, why);
            case Ask.AtOnce(var fitting) -> begin(fitting, CallTerms.plain(), Map.of());
            case Ask.WithUndo(var fitting, _) -> begin(fitting, CallTerms.plain(), Map.of());
            case Ask.Question asked -> {
                if (!doors.asks(asked.stakes().intent(), targets)) {
                    put(asked);
                }
            }
        }
    }

    /// What has to be asked at this moment.
    public Ask decide(Intent intent) {
        return Guard.decide(intent, fleet.snapshot(), protection.get());
    }

    private void put(Ask.Question asked) {
        var lives = lives(asked.stakes().intent().targets());
        question.set(Optional.of(confirm(asked, answer -> hold(answer, lives))));
    }

    /// The answer to a question that stands in a dialog of its own.
    public ConfirmViewModel confirm(Ask.Question asked, Consumer<ConfirmViewModel> onConfirmed) {
        return new ConfirmViewModel(asked, ticker, fxThread, onConfirmed);
    }

    private void hold(ConfirmViewModel answer, Map<String, Incarnation> lives) {
        question.set(Optional.empty());
        var asked = answer.questionProperty().get();
        var terms = CallTerms.of(answer.reason(), Optional.empty());
        if (asked.held()) {
            send(asked, terms, lives);
        } else {
            holdBack(asked.stakes().intent(), () -> send(asked, terms, lives));
        }
    }

    /// Runs `send` in five seconds, unless somebody cancels.
    public WaitingCall holdBack(Intent intent, Runnable send) {
        var call = new WaitingCall(intent, ticker, fxThread, send);
        waiting.add(call);
        call.overProperty()
                .subscribe(
                        over -> {
                            if (over) {
                                waiting.remove(call);
                            }
                        });
        return call;
    }

    private void send(Ask.Question asked, CallTerms terms, Map<String, Incarnation> lives) {
        var intent = asked.stakes().intent();
        switch (decide(intent)) {
            case Ask.Refused(var why) -> tell(intent, why);
            case Ask.AtOnce(var fitting) -> begin(fitting, terms, lives);
            case Ask.WithUndo(var fitting, _) -> begin(fitting, terms, lives);
            case Ask.Question again -> {
                if (asksForMore(again, asked)) {
                    put(again);
                    question.get()
                            .ifPresent(
                                    open -> open.reasonProperty().set(terms.reason().orElse("")));
                } else {
                    begin(again.stakes().intent(), terms, lives);
                }
            }
        }
    }

    // Meanwhile another one may have failed, so that this one is the last of its kind.
    private static boolean asksForMore(Ask.Question again, Ask.Question asked) {
        boolean heldOnlyNow = again.held() && !asked.held();
        boolean typedOnlyNow = again.phrase().isPresent() && asked.phrase().isEmpty();
        return heldOnlyNow || typedOnlyNow;
    }

    private void begin(Intent intent, CallTerms terms, Map<String, Incarnation> lives) {
        var each = new HashMap<String, CallTerms>();
        intent.targets().forEach(id -> each.put(id, terms.on(Optional.ofNullable(lives.get(id)))));
        if (intent.targets().size() > 1 && doors.runs(intent, each)) {
            return;
        }
        each.forEach((id, own) -> operations.begin(intent.action(), id, own));
    }

    /// Sends a change of settings that a person has confirmed in a dialog of its own, if nothing is
    /// in its way at this moment.
    ///
    /// @return empty if something is; see [#decide]
    public Optional<OperationViewModel> change(ConfigUpdateRequest changes) {
        var collector = changes.collectorId().text();
        var intent = new Intent(CollectorAction.CONFIGURE, List.of(collector));
        return decide(intent) instanceof Ask.Refused
                ? Optional.empty()
                : Optional.of(operations.begin(changes));
    }

    /// The processes that the person sees; what is sent later acts on no others.
    public Map<String, Incarnation> lives(List<String> targets) {
        var lives = new HashMap<String, Incarnation>();
        var known = Guard.views(fleet.snapshot());
        for (var id : targets) {
            Optional.ofNullable(known.get(id))
                    .map(CollectorView::info)
                    .flatMap(info -> info.incarnation())
                    .ifPresent(life -> lives.put(id, life));
        }
        return Map.copyOf(lives);
    }

    /// Tells of something that was not sent.
    public void tell(Intent intent, String why) {
        notice.set(Optional.of(new Notice(intent.title(), why)));
    }

    /// The question is withdrawn; nothing happens.
    public void leave() {
        question.set(Optional.empty());
    }

    /// Takes back what waits to be sent; the newest first.
    ///
    /// @return false if nothing waits
    public boolean cancelNewest() {
        if (waiting.isEmpty()) {
            return false;
        }
        waiting.getLast().cancel();
        return true;
    }

    /// Lets an open question know what has changed.
    public void show(FleetSnapshot snapshot) {
        question.get()
                .ifPresent(
                        open ->
                                open.revise(
                                        Guard.decide(
                                                open.questionProperty().get().stakes().intent(),
                                                snapshot,
                                                protection.get())));
    }

    /// The question that stands open.
    public ReadOnlyObjectProperty<Optional<ConfirmViewModel>> questionProperty() {
        return question.getReadOnlyProperty();
    }

    /// The last thing that was not sent.
    public ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /// What is confirmed and not sent yet.
    public ObservableList<WaitingCall> waiting() {
        return waiting;
    }
}
