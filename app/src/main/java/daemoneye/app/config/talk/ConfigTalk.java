package daemoneye.app.config.talk;

import daemoneye.app.text.Messages;
import daemoneye.rpc.client.call.CallOutcome;
import daemoneye.rpc.client.call.Calls;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.payload.ConfigUpdateRequest;
import daemoneye.rpc.protocol.payload.GenericPayload;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/// Asks for the configuration of one collector. Changes nothing: what changes goes through the
/// operations. Answers come on the FX thread.
public final class ConfigTalk {
    private final Calls calls;
    private final CollectorId id;
    private final Executor fxThread;

    public ConfigTalk(Calls calls, CollectorId id, Executor fxThread) {
        this.calls = calls;
        this.id = id;
        this.fxThread = fxThread;
    }

    /// What holds.
    public void current(Consumer<Reply<Snapshot>> then) {
        ask(calls.getConfig(id), Snapshot::of, then);
    }

    /// A version of before.
    public void version(long number, Consumer<Reply<Snapshot>> then) {
        ask(calls.getConfig(id, number), Snapshot::of, then);
    }

    /// Who changed what, newest first.
    public void history(int most, Consumer<Reply<List<HistoryEntry>>> then) {
        ask(calls.configHistory(id, most), HistoryEntry::all, then);
    }

    /// Has a change judged.
    ///
    /// @param wish must be one that only validates
    public void judge(ConfigUpdateRequest wish, Consumer<Reply<UpdateResult>> then) {
        if (!wish.validateOnly()) {
            throw new IllegalArgumentException("changes are sent through the operations");
        }
        ask(
                calls.updateConfig(wish, _ -> {}),
                answer ->
                        UpdateResult.of(java.util.Optional.of(new GenericPayload(answer.values()))),
                then);
    }

    private <T> void ask(
            CompletableFuture<CallOutcome> call,
            Function<Fields, T> read,
            Consumer<Reply<T>> then) {
        var _ =
                call.thenAccept(
                        outcome -> fxThread.execute(() -> then.accept(reply(outcome, read))));
    }

    private static <T> Reply<T> reply(CallOutcome outcome, Function<Fields, T> read) {
        return switch (outcome) {
            case CallOutcome.Failed failed -> new Reply.Trouble<>(failed.error());
            case CallOutcome.Done done ->
                    done.response().payload().orElse(null) instanceof GenericPayload(var values)
                            ? new Reply.Got<>(read.apply(new Fields(values)))
                            : new Reply.Trouble<>(
                                    RpcError.unknown(
                                            ErrorCode.INTERNAL_ERROR,
                                            Messages.text("config.noValues")));
        };
    }
}
