package daemoneye.rpc.client.live;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.client.call.CallOutcome;
import daemoneye.rpc.client.fake.LinkedClient;
import daemoneye.rpc.client.serve.Answer;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.operation.Role;
import daemoneye.rpc.protocol.topic.CollectorTopics;
import daemoneye.rpc.protocol.topic.TopicPattern;
import daemoneye.rpc.transport.auth.Admission;
import daemoneye.rpc.transport.bus.SubscriptionKind;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

class RolesAgainstABrokerTest {
    @TempDir Path directory;

    @ParameterizedTest
    @EnumSource
    void aViewerMayLookAndNothingElse(WireKind kind) throws Exception {
        try (var broker = new LiveBroker(kind, directory)) {
            var agent = broker.client("agent");
            var served = new AtomicInteger();
            agent.service.answer(
                    TopicPattern.exactly(CollectorTopics.lifecycle(LinkedClient.PROCMOND)),
                    SubscriptionKind.ANSWER,
                    call -> {
                        served.incrementAndGet();
                        return Answer.done();
                    });
            agent.awaitInPlace();
            var viewer = broker.client("anna", "console", Admission.USUAL.as(Role.VIEWER));

            assertThat(call(viewer, CollectorOperation.GET_CAPABILITIES))
                    .isInstanceOf(CallOutcome.Done.class);
            var failed = (CallOutcome.Failed) call(viewer, CollectorOperation.START);
            assertThat(failed.error().known()).contains(ErrorCode.PERMISSION_DENIED);
            assertThat(served).hasValue(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCollectorThatAsksAnotherIsRefusedByTheBroker(WireKind kind) throws Exception {
        try (var broker = new LiveBroker(kind, directory)) {
            var collector = broker.client("netmond", "collector", Admission.USUAL);
            var failed = (CallOutcome.Failed) call(collector, CollectorOperation.STOP);
            assertThat(failed.error().known()).contains(ErrorCode.PERMISSION_DENIED);
            assertThat(failed.error().message()).contains("role of this session");
        }
    }

    private static CallOutcome call(LiveBroker.Client client, CollectorOperation operation)
            throws Exception {
        return client.caller.call(LinkedClient.request(operation)).get(20, TimeUnit.SECONDS);
    }
}
