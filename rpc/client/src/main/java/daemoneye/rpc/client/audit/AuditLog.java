package daemoneye.rpc.client.audit;

import daemoneye.rpc.client.audit.chain.LogSettings;
import daemoneye.rpc.client.audit.chain.Recorder;
import daemoneye.rpc.client.audit.chain.Standing;
import daemoneye.rpc.client.audit.disk.AuditDisk;
import daemoneye.rpc.client.audit.disk.FolderDisk;
import daemoneye.rpc.client.audit.format.AuditDraft;
import daemoneye.rpc.client.audit.format.AuditEntry;
import daemoneye.rpc.client.audit.format.AuditFacts;
import daemoneye.rpc.client.audit.format.AuditFacts.CallResult;
import daemoneye.rpc.client.serve.CallRecords;
import daemoneye.rpc.client.serve.ServedRequest;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.message.RpcStatus;
import daemoneye.rpc.protocol.time.Ticker;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// The audit log of one answering process, agent or collector.
///
/// The intent of a call that changes something is on disk before its handler runs; if it cannot be
/// written the call is refused with `AUDIT_UNAVAILABLE`. Outcomes, and calls that only read, follow
/// within a second and make nobody wait. A log that could not be written goes on by itself when it
/// can, and says what is missing. Payloads are never kept, only their hashes.
///
/// Safe from any thread; `begins` blocks as long as the disk takes, [#PATIENCE] at most.
public final class AuditLog implements CallRecords, AutoCloseable {
    /// How long a change waits for a slow disk; then it is refused, and so are others at once until
    /// the disk has answered.
    static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(2);
    private static final long IDLE_SECONDS = 10;

    /// Payloads up to this many bytes may wait in memory for their entry to be written.
    private static final int KEPT_FOR_LATER = 1024;

    private static final long NANOS_PER_MICRO = 1_000;

    private final Recorder recorder;
    private final String process;
    private final String place;
    private final Ticker ticker;
    private final Map<ServedRequest, Long> begun = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable Stall> stall = new AtomicReference<>();

    /// @param entry that the disk has not taken yet
    private record Stall(CompletableFuture<Boolean> entry, Instant since) {}

    /// @param place of the log, for people
    AuditLog(Recorder recorder, String process, String place, Ticker ticker) {
        this.recorder = recorder;
        this.process = process;
        this.place = place;
        this.ticker = ticker;
    }

    /// Where the processes that share a state folder keep their logs.
    public static Path folderIn(Path stateFolder) {
        return stateFolder.resolve("audit");
    }

    /// Begins to write the log of a process, in the background: this never blocks, and a folder
    /// that cannot be used only means that changes are refused.
    ///
    /// @param process id of the agent or collector
    /// @param listener told of entries that have become durable, in order, on a thread of the log
    public static AuditLog open(
            Path folder, String process, Ticker ticker, Consumer<List<AuditEntry>> listener) {
        return open(new FolderDisk(folder), folder.toString(), process, ticker, listener);
    }

    private static AuditLog open(
            AuditDisk disk,
            String place,
            String process,
            Ticker ticker,
            Consumer<List<AuditEntry>> listener) {
        var recorder =
                Recorder.open(
                        disk,
                        process,
                        LogSettings.USUAL,
                        ticker,
                        new SecureRandom(),
                        oneThread("audit-" + process),
                        listener);
        return new AuditLog(recorder, process, place, ticker);
    }

    /// A thread that goes when nothing has been left to do for a while.
    private static Executor oneThread(String name) {
        var executor =
                new ThreadPoolExecutor(
                        1,
                        1,
                        IDLE_SECONDS,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        task -> Thread.ofPlatform().daemon().name(name).unstarted(task));
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    /// Whether the log can be written.
    public Standing standing() {
        var seen = stall.get();
        return seen != null && !seen.entry().isDone()
                ? new Standing.Unavailable("the disk does not answer", seen.since())
                : recorder.standing();
    }

    @Override
    public Optional<RpcError> begins(ServedRequest call, byte[] payload) {
        begun.put(call, ticker.nanos());
        if (!call.request().operation().changes()) {
            return Optional.empty();
        }
        if (stalled()) {
            return Optional.of(slow());
        }
        var intent = new AuditFacts.Intent(CallText.facts(call, payload));
        var durable = recorder.durable(new AuditDraft(ticker.now(), intent, true));
        try {
            return awaited(durable);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.of(slow());
        } catch (ExecutionException e) {
            throw new IllegalStateException("an entry is durable or not, never this", e);
        }
    }

    // A disk that hangs must not take all the places that calls have, reads among them.
    private Optional<RpcError> awaited(CompletableFuture<Boolean> durable)
            throws InterruptedException, ExecutionException {
        var answer = durable.copy();
        var alarm = ticker.after(PATIENCE, () -> answer.complete(false));
        boolean written = answer.get();
        alarm.cancel();
        if (!written && !durable.isDone()) {
            stall.set(new Stall(durable, ticker.now()));
            return Optional.of(slow());
        }
        return written ? Optional.empty() : Optional.of(unavailable());
    }

    private boolean stalled() {
        var seen = stall.get();
        return seen != null && !seen.entry().isDone();
    }

    @Override
    public void ended(
            ServedRequest call, byte[] payload, RpcStatus status, Optional<RpcError> error) {
        var since = begun.remove(call);
        long micros = since == null ? 0 : (ticker.nanos() - since) / NANOS_PER_MICRO;
        var now = ticker.now();
        if (call.request().operation().changes() || payload.length > KEPT_FOR_LATER) {
            recorder.note(outcome(now, call, payload, CallText.result(status, error, micros)));
        } else {
            recorder.note(
                    () -> outcome(now, call, payload, CallText.result(status, error, micros)));
        }
    }

    private static AuditDraft outcome(
            Instant at, ServedRequest call, byte[] payload, CallResult result) {
        var facts = new AuditFacts.Outcome(CallText.facts(call, payload), result);
        return new AuditDraft(at, facts, call.request().operation().changes());
    }

    /// Brings all entries so far to disk; never blocks.
    ///
    /// @return completes with true when they are durable, with false if they cannot be written
    public CompletableFuture<Boolean> flushed() {
        return recorder.flushed();
    }

    /// Writes what waits and lets the log go; blocks for as long as the disk takes, 2 s at most.
    @Override
    public void close() {
        recorder.close(PATIENCE_AT_CLOSE);
    }

    private RpcError unavailable() {
        var why = standing() instanceof Standing.Unavailable(var reason, _) ? reason : "it closes";
        return refusal("the audit log of %s cannot be written (%s)".formatted(process, why));
    }

    private RpcError slow() {
        return refusal(
                "the audit log of %s was not written in time, its disk is slow".formatted(process));
    }

    private RpcError refusal(String what) {
        return RpcError.notExecuted(
                        ErrorCode.AUDIT_UNAVAILABLE, what + ", so nothing may be changed")
                .with("audit_folder", ConfigValue.of(place));
    }
}
