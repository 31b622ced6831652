package daemoneye.rpc.client.audit;

import daemoneye.rpc.client.audit.disk.AuditDisk;
import daemoneye.rpc.client.audit.disk.FolderDisk;
import daemoneye.rpc.client.audit.format.AuditEntry;
import daemoneye.rpc.client.audit.format.AuditFacts;
import daemoneye.rpc.client.audit.format.AuditFacts.CallResult;
import daemoneye.rpc.client.audit.read.NewestFirst;
import daemoneye.rpc.client.serve.memory.CallMemory;
import daemoneye.rpc.client.serve.memory.PastCall;
import daemoneye.rpc.protocol.error.ErrorCategory;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.ExecutionCertainty;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.id.RequestId;
import daemoneye.rpc.protocol.message.RpcStatus;
import daemoneye.rpc.protocol.operation.CollectorOperation;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The changing calls that an earlier life of this process had begun, read from its log, so that
/// none of them is executed again: what was done is answered as done, what was interrupted by a
/// crash as unknown.
public final class RecentCalls {
    /// Read at most: 10 busy minutes.
    private static final long MOST_BYTES = 64L << 20;

    private static final Logger log = LoggerFactory.getLogger(RecentCalls.class);

    private RecentCalls() {}

    /// Oldest first; empty, with a warning, if the log cannot be read.
    ///
    /// @param folder that holds the logs
    /// @param process whose calls
    /// @param now by the wall clock: the monotonic one does not outlive a process
    public static List<PastCall> of(Path folder, String process, Instant now) {
        try {
            return of(new FolderDisk(folder), process, now);
        } catch (IOException e) {
            log.warn("The calls of the last minutes are not known any more: {}", e.toString());
            return List.of();
        }
    }

    static List<PastCall> of(AuditDisk disk, String process, Instant now) throws IOException {
        var calls = new ArrayList<PastCall>();
        var results = new HashMap<String, CallResult>();
        try (var entries = new NewestFirst(disk, process)) {
            var since = now.minus(CallMemory.KEPT);
            for (var next = entries.next();
                    next.isPresent()
                            && next.get().time().isAfter(since)
                            && entries.bytes() < MOST_BYTES;
                    next = entries.next()) {
                collect(next.get(), results, now).ifPresent(calls::add);
            }
        }
        Collections.reverse(calls);
        return calls;
    }

    // Newest first: the outcome of a call comes before its intent.
    private static Optional<PastCall> collect(
            AuditEntry entry, Map<String, CallResult> results, Instant now) {
        return switch (entry.facts()) {
            case AuditFacts.Outcome(var call, var result) -> {
                results.put(key(call), result);
                yield Optional.empty();
            }
            case AuditFacts.Intent(var call) ->
                    past(call, Optional.ofNullable(results.remove(key(call))), entry.time(), now);
            case AuditFacts.Header _, AuditFacts.Note _ -> Optional.empty();
        };
    }

    private static String key(AuditFacts.CallFacts call) {
        return call.actor() + ' ' + call.correlationId();
    }

    private static Optional<PastCall> past(
            AuditFacts.CallFacts call, Optional<CallResult> result, Instant began, Instant now) {
        var refused =
                result.flatMap(CallResult::errorCode)
                        .filter(ErrorCode.AUDIT_UNAVAILABLE.name()::equals);
        var operation = CollectorOperation.named(call.action().substring("rpc.".length()));
        if (refused.isPresent() || operation.isEmpty()) {
            return Optional.empty();
        }
        var age = Duration.between(began, now);
        return Optional.of(
                new PastCall(
                        call.actor(),
                        RequestId.parse(call.correlationId()),
                        operation.get(),
                        age.isNegative() ? Duration.ZERO : age,
                        result.flatMap(RecentCalls::status),
                        result.flatMap(RecentCalls::error)));
    }

    private static Optional<RpcStatus> status(CallResult result) {
        return Arrays.stream(RpcStatus.values())
                .filter(each -> each.wireName().equals(result.status()))
                .findFirst();
    }

    private static Optional<RpcError> error(CallResult result) {
        return result.errorCode().map(code -> error(code, result));
    }

    private static RpcError error(String code, CallResult result) {
        var category =
                Arrays.stream(ErrorCode.values())
                        .filter(each -> each.name().equals(code))
                        .map(ErrorCode::category)
                        .findFirst()
                        .orElse(ErrorCategory.UNKNOWN);
        var certainty =
                Arrays.stream(ExecutionCertainty.values())
                        .filter(
                                each ->
                                        result.certainty().stream()
                                                .anyMatch(each.wireName()::equals))
                        .findFirst()
                        .orElse(ExecutionCertainty.UNKNOWN);
        return new RpcError(
                code,
                "it failed before the responder was restarted, its audit log says",
                Map.of(),
                category,
                certainty);
    }
}
