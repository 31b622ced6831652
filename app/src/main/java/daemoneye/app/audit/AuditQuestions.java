package daemoneye.app.audit;

import daemoneye.rpc.client.audit.read.AuditFilter;
import daemoneye.rpc.client.call.Calls;

import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Asks all agents about their logs; answers come on the FX thread. Agents of an earlier version
/// refuse a question with fields that they do not know: from then on everybody is asked plainly.
/// FX thread.
final class AuditQuestions {
    private final Calls calls;
    private final Executor fxThread;
    private boolean plain;

    AuditQuestions(Calls calls, Executor fxThread) {
        this.calls = calls;
        this.fxThread = fxThread;
    }

    /// A question that knows a way to ask an older agent.
    @FunctionalInterface
    interface Question {
        /// @param plain with nothing but what the first version knew
        AuditFilter filter(boolean plain);
    }

    void ask(Question question, Consumer<AuditAnswer> then) {
        boolean plainly = plain;
        var _ =
                calls.queryAudit(question.filter(plainly).values())
                        .thenApply(AuditAnswer::of)
                        .thenAcceptAsync(
                                answer -> {
                                    if (!plainly && answer.needsPlainQuestion()) {
                                        plain = true;
                                        ask(question, then);
                                    } else {
                                        then.accept(answer);
                                    }
                                },
                                fxThread);
    }

    /// Whether an agent is too old to know every field.
    boolean isPlain() {
        return plain;
    }
}
