package daemoneye.app.config;

import daemoneye.app.calls.OperationsViewModel;
import daemoneye.app.config.ConfigDialogViewModel.Place;
import daemoneye.app.config.apply.RunStep;
import daemoneye.app.config.draft.FieldViewModel;
import daemoneye.app.config.talk.Desk;
import daemoneye.app.guard.ConfirmViewModel;
import daemoneye.app.guard.GuardViewModel;
import daemoneye.app.guard.Notice;
import daemoneye.app.guard.Protection;
import daemoneye.app.guard.WaitingCall;
import daemoneye.app.sample.ConfigAnswers;
import daemoneye.app.sample.SampleFleet;
import daemoneye.app.sample.ScriptedCaller;
import daemoneye.rpc.client.call.CallOutcome;
import daemoneye.rpc.client.fleet.CollectorView;
import daemoneye.rpc.client.fleet.FleetSnapshot;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.message.RpcResponse;
import daemoneye.rpc.protocol.message.RpcStatus;
import daemoneye.rpc.protocol.payload.ConfigUpdateRequest;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.time.FakeTicker;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The configuration dialog of "one" without a window: whatever it asks is answered by hand, and
/// time moves only when told to.
final class ConfigBed {
    final FakeTicker ticker = new FakeTicker();
    final ScriptedCaller caller = new ScriptedCaller();
    final SampleFleet fleet = new SampleFleet();
    final OperationsViewModel operations =
            new OperationsViewModel(caller, "console@test", ticker, Runnable::run);
    final GuardViewModel guard =
            new GuardViewModel(fleet, operations, () -> protection(), ticker, Runnable::run);
    final ConfigViewModel dialogs =
            new ConfigViewModel(
                    new Desk(
                            guard,
                            operations,
                            fleet,
                            ticker,
                            Runnable::run,
                            Runnable::run,
                            Desk.PATIENCE));
    private final List<ScriptedCaller.Asked> open = new ArrayList<>();
    private CollectorView view = SampleFleet.healthy("one", "process-monitor", "web-01", "process");
    private Protection protection = Protection.OPEN;
    private int taken;

    ConfigBed() {
        show(SampleFleet.connected(true, List.of(view)));
        dialogs.open("one");
    }

    private Protection protection() {
        return protection;
    }

    ConfigDialogViewModel dialog() {
        return dialogs.openProperty().get().orElseThrow();
    }

    // ---- the world ----

    void show(FleetSnapshot snapshot) {
        fleet.show(snapshot);
        dialogs.show(snapshot);
        guard.show(snapshot);
    }

    void cutOff() {
        show(SampleFleet.cutOff(List.of(view)));
    }

    void vanish() {
        show(SampleFleet.connected(true, List.of()));
    }

    void comeBack() {
        protection = Protection.OPEN;
        show(SampleFleet.connected(true, List.of(view)));
    }

    void lock() {
        protection = Protection.READ_ONLY;
        show(fleet.snapshot());
    }

    void become(CollectorView other) {
        view = other;
        comeBack();
    }

    void beat(long version, int beats) {
        become(SampleFleet.later(view, version, beats));
    }

    CollectorView view() {
        return view;
    }

    // ---- answers ----

    private ScriptedCaller.Asked next() {
        open.addAll(caller.asked().subList(taken, caller.asked().size()));
        taken = caller.asked().size();
        return open.removeFirst();
    }

    /// Answers the oldest question that is open.
    void answer(GenericPayload payload) {
        var asked = next();
        asked.outcome()
                .complete(
                        new CallOutcome.Done(
                                new RpcResponse(
                                        asked.request().requestId(),
                                        "agent",
                                        RpcStatus.SUCCESS,
                                        Optional.of(payload),
                                        1,
                                        0,
                                        ticker.now(),
                                        Optional.empty()),
                                Duration.ofMillis(1)));
    }

    void fail(RpcError error) {
        next().outcome()
                .complete(new CallOutcome.Failed(RpcStatus.ERROR, error, Duration.ofMillis(1)));
    }

    void lost() {
        fail(RpcError.unknown(ErrorCode.LINK_LOST, "The link broke."));
    }

    /// Ends every question that is open like this.
    void failAll(RpcError error) {
        while (!open.isEmpty() || taken < caller.asked().size()) {
            fail(error);
        }
    }

    /// How many questions and changes were sent.
    int sent() {
        return caller.asked().size();
    }

    ConfigUpdateRequest update(int call) {
        return (ConfigUpdateRequest) caller.asked().get(call).request().payload();
    }

    /// How many changes were sent, without those that only ask.
    long changes() {
        return caller.asked().stream()
                .map(each -> each.request().payload())
                .filter(ConfigUpdateRequest.class::isInstance)
                .filter(each -> !((ConfigUpdateRequest) each).validateOnly())
                .count();
    }

    // ---- a person ----

    FieldViewModel field(String name) {
        return dialog().draftProperty().get().orElseThrow().fields().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    void type(String name, String raw) {
        field(name).rawProperty().set(raw);
    }

    String typed(String name) {
        return field(name).rawProperty().get();
    }

    /// Reads it and types a value.
    ConfigBed edit() {
        answer(ConfigAnswers.config());
        type("batch_size", "500");
        return this;
    }

    ConfigBed review() {
        edit();
        turnTo(Place.REVIEW);
        return this;
    }

    void turnTo(Place place) {
        dialog().placeProperty().set(place);
    }

    /// Up to the confirmation.
    ConfigBed confirm() {
        review();
        answer(ConfigAnswers.taken(7, List.of("batch_size"), List.of()));
        ticker.advance(ConfirmViewModel.DEAD);
        dialog().confirmProperty().get().confirm();
        return this;
    }

    ConfigBed send() {
        confirm();
        ticker.advance(WaitingCall.GRACE);
        return this;
    }

    ConfigBed taken() {
        send();
        answer(ConfigAnswers.taken(8, List.of("batch_size"), List.of()));
        return this;
    }

    ConfigBed proving() {
        taken();
        answer(holding(8));
        return this;
    }

    static GenericPayload holding(long version) {
        return ConfigAnswers.config(version, Map.of("batch_size", ConfigValue.of(500)));
    }

    // ---- what it says ----

    /// Everything that is said at the moment, in one line.
    String said() {
        var dialog = dialog();
        var words = dialog.words();
        var all =
                Stream.of(
                                Stream.of(
                                        words.troubleProperty().get(),
                                        words.hindranceProperty().get(),
                                        words.elsewhereProperty().get(),
                                        words.droppedProperty().get(),
                                        dialog.confirmProperty().get().troubleProperty().get(),
                                        dialog.dry().troubleProperty().get()),
                                Stream.of(dialog.history().troubleProperty().get()),
                                dialog.runProperty().get().stream()
                                        .flatMap(
                                                run ->
                                                        Stream.concat(
                                                                run.stepsProperty().get().stream()
                                                                        .map(RunStep::detail),
                                                                Stream.of(
                                                                        run.resultProperty()
                                                                                .get()))),
                                guard.noticeProperty().get().map(Notice::text).stream())
                        .flatMap(each -> each);
        return String.join(" | ", all.filter(each -> !each.isEmpty()).toList());
    }
}
