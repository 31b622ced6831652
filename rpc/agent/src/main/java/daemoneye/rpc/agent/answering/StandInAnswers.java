package daemoneye.rpc.agent.answering;

import daemoneye.rpc.agent.supervise.Refusals;
import daemoneye.rpc.agent.supervise.collector.SupervisedCollector;
import daemoneye.rpc.client.serve.Answer;
import daemoneye.rpc.client.serve.RequestHandler;
import daemoneye.rpc.client.serve.ServedRequest;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.ExecutionCertainty;
import daemoneye.rpc.protocol.operation.CollectorOperation;

/// Answers for a collector that is not there to answer: with its state, and how it ended.
final class StandInAnswers implements RequestHandler {
    private final SupervisedCollector collector;

    StandInAnswers(SupervisedCollector collector) {
        this.collector = collector;
    }

    @Override
    public boolean isPrompt(CollectorOperation operation) {
        return true;
    }

    @Override
    public Answer handle(ServedRequest call) {
        var info = collector.info();
        return Answer.failed(
                switch (info.state()) {
                    case RUNNING, PAUSED ->
                            Refusals.failed(
                                    ErrorCode.NO_RESPONDER,
                                    "%s runs, but has no link to the broker: wait for its reconnect"
                                            .formatted(info.collectorId()),
                                    ExecutionCertainty.NOT_EXECUTED,
                                    info);
                    case STARTING, STOPPING, UNREGISTERED, STOPPED, FAILED, QUARANTINED, UNKNOWN ->
                            Refusals.of(ErrorCode.COLLECTOR_NOT_RUNNING, info);
                });
    }
}
