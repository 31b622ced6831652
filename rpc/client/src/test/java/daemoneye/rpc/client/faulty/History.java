package daemoneye.rpc.client.faulty;

import daemoneye.rpc.client.call.CallOutcome;
import daemoneye.rpc.client.call.CallOutcome.Done;
import daemoneye.rpc.client.call.CallOutcome.Failed;
import daemoneye.rpc.protocol.error.ExecutionCertainty;
import daemoneye.rpc.protocol.message.RpcRequest;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What callers were told, call by call. Safe from any thread.
final class History {
    /// One call and its end.
    record Call(RpcRequest request, CallOutcome outcome) {
        boolean acknowledged() {
            return outcome instanceof Done;
        }

        boolean said(ExecutionCertainty certainty) {
            return outcome instanceof Failed(_, var error, _) && error.certainty() == certainty;
        }

        String code() {
            return switch (outcome) {
                case Done _ -> "DONE";
                case Failed failed -> failed.error().code();
            };
        }
    }

    private final Queue<Call> calls = new ConcurrentLinkedQueue<>();

    void add(RpcRequest request, CallOutcome outcome) {
        calls.add(new Call(request, outcome));
    }

    List<Call> those(Predicate<Call> wanted) {
        return calls.stream().filter(wanted).toList();
    }

    int count(Predicate<Call> wanted) {
        return those(wanted).size();
    }

    int size() {
        return calls.size();
    }

    /// How many ended in which way.
    @Override
    public String toString() {
        return calls.stream()
                .collect(Collectors.groupingBy(Call::code, Collectors.counting()))
                .toString();
    }
}
