package daemoneye.app.calls;

import daemoneye.app.calls.OperationViewModel.Asking;
import daemoneye.app.text.Messages;
import daemoneye.rpc.client.call.CallOutcome;
import daemoneye.rpc.client.call.Calls;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.ExecutionCertainty;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.time.Ticker;

import java.util.concurrent.Executor;

/// What one can ask about a request that has been sent: to stop it, or what became of it. Neither
/// ever sends it again. FX thread.
final class Inquiries {
    private final Calls calls;
    private final Ticker ticker;
    private final Executor fxThread;

    Inquiries(Calls calls, Ticker ticker, Executor fxThread) {
        this.calls = calls;
        this.ticker = ticker;
        this.fxThread = fxThread;
    }

    /// The operation itself ends by its own answer; this only tells of a wish that came too late.
    void cancel(OperationViewModel operation) {
        operation.ask(Asking.TO_STOP);
        say(operation, Messages.text("operation.cancelling"));
        var _ =
                calls.cancel(operation.requestId(), operation.target())
                        .thenAccept(
                                answer ->
                                        fxThread.execute(() -> cancelAnswered(operation, answer)));
    }

    private void cancelAnswered(OperationViewModel operation, CallOutcome answer) {
        operation.ask(Asking.NOTHING);
        if (operation.stateProperty().get() == OperationState.RUNNING
                && answer instanceof CallOutcome.Failed(_, var error, _)) {
            say(
                    operation,
                    error.code().equals(ErrorCode.CANCEL_TOO_LATE.name())
                            ? Messages.text("operation.tooLate")
                            : Messages.text("operation.notCancelled", error.message()));
        }
    }

    void findOut(OperationViewModel operation) {
        operation.ask(Asking.WHAT_HAPPENED);
        say(operation, Messages.text("operation.checking"));
        var _ =
                calls.whatBecameOf(operation.requestId(), operation.target())
                        .thenAccept(
                                answer ->
                                        fxThread.execute(
                                                () ->
                                                        operation.learn(
                                                                finding(operation, answer),
                                                                ticker.nanos())));
    }

    private Finding finding(OperationViewModel operation, CallOutcome answer) {
        return switch (answer) {
            case CallOutcome.Done(var response, _)
                    when response.payload().orElse(null) instanceof GenericPayload facts ->
                    OutcomeWords.found(facts, ticker.since(operation.beganNanos()));
            case CallOutcome.Done _ -> unanswered(Messages.text("operation.check.unreadable"));
            case CallOutcome.Failed(_, var error, _) -> unanswered(error.message());
        };
    }

    private static Finding unanswered(String why) {
        return new Finding(
                OperationState.UNKNOWN,
                ExecutionCertainty.UNKNOWN,
                Messages.text("operation.check.failed", why));
    }

    private void say(OperationViewModel operation, String text) {
        operation.say(text, ticker.nanos());
    }
}
