package daemoneye.rpc.agent.answering;

import daemoneye.rpc.agent.supervise.stop.GracefulAsk;
import daemoneye.rpc.agent.supervise.stop.StopOrder;
import daemoneye.rpc.client.serve.ServedRequest;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.id.Incarnation;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.ShutdownRequest;

import java.util.Optional;

/// Makes the first step of a stop: the call that asks a collector to clean up and end.
final class GracefulCalls {
    private final CollectorId id;
    private final Relay relay;

    GracefulCalls(CollectorId id, Relay relay) {
        this.id = id;
        this.relay = relay;
    }

    /// The call as a child of `served`.
    GracefulAsk because(ServedRequest served) {
        return (incarnation, order) ->
                relay.pass(
                        served,
                        id,
                        CollectorOperation.GRACEFUL_SHUTDOWN,
                        payload(id, incarnation, order),
                        order.graceful());
    }

    static ShutdownRequest payload(CollectorId id, Incarnation incarnation, StopOrder order) {
        return new ShutdownRequest(
                id,
                order.type(),
                order.graceful().toMillis(),
                order.force(),
                Optional.of(order.reason()),
                Optional.of(incarnation));
    }
}
