package daemoneye.rpc.agent.supervise.collector;

import static daemoneye.rpc.protocol.state.ProcessState.RUNNING;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.agent.fake.Fleet;
import daemoneye.rpc.agent.supervise.start.StartOrder;
import daemoneye.rpc.agent.supervise.stop.GracefulAsk;
import daemoneye.rpc.agent.supervise.stop.StopOrder;
import daemoneye.rpc.client.serve.Answer;
import daemoneye.rpc.client.serve.Step;
import daemoneye.rpc.protocol.error.RpcError;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// One supervised collector whose process is played by the test.
abstract class CollectorScene {
    static final GracefulAsk AGREES =
            (incarnation, order) -> CompletableFuture.completedFuture(Answer.done());

    final Fleet fleet = new Fleet();
    final SupervisedCollector collector = fleet.procmond();
    final List<String> steps = new ArrayList<>();
    final List<Step> told = new ArrayList<>();

    void running() {
        var _ = start();
        fleet.becomesReady(collector);
        assertThat(collector.info().state()).isEqualTo(RUNNING);
    }

    CompletableFuture<Answer> start() {
        return collector.start(StartOrder.plain(), steps::add);
    }

    static StopOrder gentle() {
        return StopOrder.gentle(Duration.ofSeconds(10), "test", Optional.empty());
    }

    static RpcError failure(CompletableFuture<Answer> answer) {
        assertThat(answer).isCompleted();
        return ((Answer.Failure) answer.join()).error();
    }
}
