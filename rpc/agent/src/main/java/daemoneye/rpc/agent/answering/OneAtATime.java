package daemoneye.rpc.agent.answering;

import daemoneye.rpc.client.serve.Answer;
import daemoneye.rpc.client.serve.RequestHandler;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.util.concurrent.atomic.AtomicReference;

/// Lets one lifecycle operation at a time act on a collector; others are told which one is at it.
final class OneAtATime {
    private static final String NONE = "";

    private final CollectorId id;
    private final AtomicReference<String> current = new AtomicReference<>(NONE);

    OneAtATime(CollectorId id) {
        this.id = id;
    }

    RequestHandler guard(RequestHandler handler) {
        return call -> {
            var mine = call.request().operation().designName();
            var other = current.compareAndExchange(NONE, mine);
            if (!other.equals(NONE)) {
                return Answer.failed(busy(other));
            }
            try {
                return handler.handle(call);
            } finally {
                current.set(NONE);
            }
        };
    }

    private RpcError busy(String other) {
        return RpcError.notExecuted(
                        ErrorCode.COLLECTOR_BUSY,
                        "%s of %s is in progress: wait for its end".formatted(other, id))
                .with("collector_id", ConfigValue.of(id.text()))
                .with("in_progress", ConfigValue.of(other));
    }
}
