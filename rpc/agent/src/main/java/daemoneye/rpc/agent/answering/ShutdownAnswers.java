package daemoneye.rpc.agent.answering;

import static daemoneye.rpc.protocol.operation.CollectorOperation.FORCE_SHUTDOWN;
import static daemoneye.rpc.protocol.operation.CollectorOperation.GRACEFUL_SHUTDOWN;

import daemoneye.rpc.agent.supervise.collector.SupervisedCollector;
import daemoneye.rpc.client.serve.Answer;
import daemoneye.rpc.client.serve.OperationTable;
import daemoneye.rpc.client.serve.ServedRequest;
import daemoneye.rpc.protocol.payload.ShutdownRequest;

/// Answers `control.shutdown.{id}` for one collector. A forced shutdown waits for nobody's turn.
final class ShutdownAnswers {
    private final SupervisedCollector collector;
    private final GracefulCalls graceful;
    private final OneAtATime turn;

    ShutdownAnswers(SupervisedCollector collector, GracefulCalls graceful, OneAtATime turn) {
        this.collector = collector;
        this.graceful = graceful;
        this.turn = turn;
    }

    OperationTable table() {
        return OperationTable.empty()
                .with(GRACEFUL_SHUTDOWN, turn.guard(call -> checked(call, this::shutDown)))
                .withPrompt(FORCE_SHUTDOWN, call -> checked(call, this::force));
    }

    @FunctionalInterface
    private interface Work {
        Answer on(ServedRequest call, ShutdownRequest wish) throws InterruptedException;
    }

    private Answer checked(ServedRequest call, Work work) throws InterruptedException {
        var operation = call.request().operation();
        if (!(call.request().payload() instanceof ShutdownRequest wish)) {
            return Answer.failed(Orders.wrongPayload(operation, "ShutdownRequest"));
        }
        var fault = Orders.fault(wish, collector.info(), operation == GRACEFUL_SHUTDOWN);
        if (fault.isPresent()) {
            return Answer.failed(fault.get());
        }
        // Next it is called or killed: from here on there is no way back.
        return call.commit() ? work.on(call, wish) : Answer.withdrawn();
    }

    private Answer shutDown(ServedRequest call, ShutdownRequest wish) throws InterruptedException {
        var order = Orders.shutdown(wish, call);
        return Waiting.of(collector.stop(order, graceful.because(call), call::progress));
    }

    private Answer force(ServedRequest call, ShutdownRequest wish) throws InterruptedException {
        return Waiting.of(collector.kill(Orders.reason(wish, call), wish.onlyIncarnation()));
    }
}
