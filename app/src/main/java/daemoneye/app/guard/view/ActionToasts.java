package daemoneye.app.guard.view;

import daemoneye.app.calls.CollectorAction;
import daemoneye.app.calls.OperationState;
import daemoneye.app.calls.OperationViewModel;
import daemoneye.app.calls.OperationsViewModel;
import daemoneye.app.controls.mark.StateKind;
import daemoneye.app.guard.GuardViewModel;
import daemoneye.app.guard.Notice;
import daemoneye.app.guard.WaitingCall;
import daemoneye.app.text.Messages;

import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.beans.value.WeakChangeListener;
import javafx.collections.ListChangeListener;
import javafx.scene.layout.Pane;
import javafx.util.Duration;

import java.util.List;
import java.util.Optional;

/// Tells below the page how an operation ended and offers the way back, counts down what is
/// about to be sent, and says what was not sent. Never takes the focus; `Ctrl+Z` presses the newest
/// button. FX thread.
public final class ActionToasts {
    private static final Duration GOOD_NEWS = Duration.seconds(5);
    private static final Duration WAY_BACK = Duration.seconds(10);
    private static final Duration BAD_NEWS = Duration.seconds(12);

    private final GuardViewModel guard;
    private final OperationsViewModel operations;
    private final ToastStack stack;
    private final ChangeListener<OperationState> standing = this::told;

    /// @param strip where toasts stand, empty
    public ActionToasts(Pane strip, GuardViewModel guard, OperationsViewModel operations) {
        this.guard = guard;
        this.operations = operations;
        stack = new ToastStack(strip);
        operations.newestProperty().subscribe(newest -> newest.ifPresent(this::follow));
        guard.noticeProperty().subscribe(notice -> notice.ifPresent(this::tell));
        guard.waiting()
                .addListener(
                        (ListChangeListener<WaitingCall>)
                                change -> {
                                    while (change.next()) {
                                        change.getAddedSubList().forEach(this::countDown);
                                    }
                                });
    }

    /// Presses the button of the newest toast that has one.
    public void pressNewest() {
        stack.pressNewest();
    }

    /// Another view takes its place.
    public void leave() {
        stack.leave();
    }

    // A call stays listed when another view takes the place of this one, and must not hold it.
    private void follow(OperationViewModel operation) {
        operation.stateProperty().addListener(new WeakChangeListener<>(standing));
        told(operation, operation.stateProperty().get());
    }

    private void told(
            ObservableValue<? extends OperationState> property,
            OperationState before,
            OperationState state) {
        operations.all().stream()
                .filter(each -> each.stateProperty().equals(property))
                .findFirst()
                .ifPresent(each -> told(each, state));
    }

    private void told(OperationViewModel operation, OperationState state) {
        if (state != OperationState.RUNNING && !operation.isOneOfSeveral()) {
            ended(operation, state);
        }
    }

    private void ended(OperationViewModel operation, OperationState state) {
        var back = state == OperationState.DONE ? operation.action().opposite() : noWay();
        var toast = new Toast(state.kind(), operation.title());
        toast.say(operation.stepProperty().get());
        back.ifPresent(
                action ->
                        toast.offer(
                                action.buttonText(),
                                action.title(operation.collector()),
                                () -> {
                                    stack.remove(toast);
                                    guard.request(action, List.of(operation.collector()));
                                }));
        if (operation.checkable().get()) {
            toast.offer(
                    Messages.text("operation.check"),
                    Messages.text("operation.check.name", operation.title()),
                    () -> {
                        stack.remove(toast);
                        operations.findOut(operation);
                    });
        }
        stack.add(
                toast,
                state != OperationState.DONE ? BAD_NEWS : back.isPresent() ? WAY_BACK : GOOD_NEWS);
    }

    private static Optional<CollectorAction> noWay() {
        return Optional.empty();
    }

    private void tell(Notice notice) {
        var toast = new Toast(StateKind.DEGRADED, notice.title());
        toast.say(notice.text());
        stack.add(toast, BAD_NEWS);
    }

    private void countDown(WaitingCall call) {
        var toast = new Toast(StateKind.STARTING, call.title());
        toast.text().textProperty().bind(call.textProperty());
        toast.offer(
                Messages.text("action.cancel"),
                Messages.text("guard.waiting.cancel", call.title()),
                call::cancel);
        stack.add(toast);
        call.overProperty()
                .subscribe(
                        over -> {
                            if (over) {
                                stack.remove(toast);
                            }
                        });
    }
}
