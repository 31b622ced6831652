package daemoneye.rpc.client.serve;

import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which handler answers which operation; what is missing is refused with
/// `OPERATION_NOT_SUPPORTED`, naming what is offered. Immutable.
///
/// ```java
/// service.answer(topic, ANSWER, OperationTable.empty().with(START, this::start).with(STOP, …));
/// ```
public final class OperationTable implements RequestHandler {
    private static final OperationTable EMPTY =
            new OperationTable(new EnumMap<>(CollectorOperation.class), Set.of(), Set.of());
    private final Map<CollectorOperation, RequestHandler> handlers;
    private final Set<CollectorOperation> prompt;
    private final Set<CollectorOperation> immediate;

    private OperationTable(
            Map<CollectorOperation, RequestHandler> handlers,
            Set<CollectorOperation> prompt,
            Set<CollectorOperation> immediate) {
        this.handlers = handlers;
        this.prompt = prompt;
        this.immediate = immediate;
    }

    /// Offers nothing.
    public static OperationTable empty() {
        return EMPTY;
    }

    /// Offers `operation` as well; a handler given before is replaced.
    public OperationTable with(CollectorOperation operation, RequestHandler handler) {
        var more = new EnumMap<>(handlers);
        more.put(operation, handler);
        return new OperationTable(more, prompt, immediate);
    }

    /// Offers `operation`, which is over in a moment, as well: it never waits for a long one.
    public OperationTable withPrompt(CollectorOperation operation, RequestHandler handler) {
        return new OperationTable(
                with(operation, handler).handlers, together(prompt, operation), immediate);
    }

    /// Offers `operation`, which only reads what is in memory, as well; see
    /// [RequestHandler#isImmediate(CollectorOperation)].
    ///
    /// @throws IllegalArgumentException if it changes something
    public OperationTable withImmediate(CollectorOperation operation, RequestHandler handler) {
        if (operation.changes()) {
            throw new IllegalArgumentException(operation + " changes something: it needs a thread");
        }
        return new OperationTable(
                with(operation, handler).handlers, prompt, together(immediate, operation));
    }

    private static Set<CollectorOperation> together(
            Set<CollectorOperation> some, CollectorOperation operation) {
        var more = EnumSet.of(operation);
        more.addAll(some);
        return more;
    }

    /// What is offered, as GetCapabilities tells it.
    public List<CollectorOperation> operations() {
        return List.copyOf(handlers.keySet());
    }

    @Override
    public Answer handle(ServedRequest call) throws InterruptedException {
        var handler = handlers.get(call.request().operation());
        return handler == null ? Answer.failed(notSupported(call.request())) : handler.handle(call);
    }

    @Override
    public Optional<RpcError> refusal(RpcRequest request) {
        return handlers.containsKey(request.operation())
                ? Optional.empty()
                : Optional.of(notSupported(request));
    }

    @Override
    public boolean isPrompt(CollectorOperation operation) {
        return prompt.contains(operation);
    }

    @Override
    public boolean isImmediate(CollectorOperation operation) {
        return immediate.contains(operation);
    }

    private RpcError notSupported(RpcRequest request) {
        var offered = handlers.keySet().stream().map(CollectorOperation::designName).toList();
        var sentence =
                "%s is not offered on %s; offered are: %s"
                        .formatted(
                                request.operation().designName(),
                                request.target(),
                                offered.isEmpty() ? "none" : String.join(", ", offered));
        return RpcError.notExecuted(ErrorCode.OPERATION_NOT_SUPPORTED, sentence)
                .with("offered_operations", ConfigValue.texts(offered));
    }
}
