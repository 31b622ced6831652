package daemoneye.rpc.client.serve;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.client.fake.LinkedClient;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.ExecutionCertainty;
import daemoneye.rpc.protocol.message.CorrelationMetadata;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

class OperationTableTest {
    private static final Answer STARTED = Answer.done();
    private final OperationTable table =
            OperationTable.empty()
                    .with(CollectorOperation.STOP, call -> Answer.done())
                    .with(CollectorOperation.START, call -> STARTED);

    @Test
    void eachOperationHasItsHandler() throws Exception {
        assertThat(table.handle(call(CollectorOperation.START))).isSameAs(STARTED);
        assertThat(table.operations())
                .containsExactly(CollectorOperation.START, CollectorOperation.STOP);
    }

    @Test
    void whatIsMissingIsRefusedNamingWhatIsOffered() throws Exception {
        var answer = (Answer.Failure) table.handle(call(CollectorOperation.PAUSE));

        assertThat(answer.error().known()).contains(ErrorCode.OPERATION_NOT_SUPPORTED);
        assertThat(answer.error().certainty()).isEqualTo(ExecutionCertainty.NOT_EXECUTED);
        assertThat(answer.error().message()).contains("Pause").contains("Start, Stop");
        assertThat(answer.error().context())
                .containsEntry("offered_operations", ConfigValue.texts(List.of("Start", "Stop")));
    }

    @Test
    void addingLeavesTheOriginalAsItWas() {
        table.with(CollectorOperation.PAUSE, call -> Answer.done());

        assertThat(table.operations()).hasSize(2);
        assertThat(OperationTable.empty().operations()).isEmpty();
    }

    private static ServedRequest call(CollectorOperation operation) {
        return new ServedRequest() {
            @Override
            public RpcRequest request() {
                return LinkedClient.request(operation);
            }

            @Override
            public CorrelationMetadata correlation() {
                return CorrelationMetadata.none();
            }

            @Override
            public String sender() {
                return "tester#1";
            }

            @Override
            public Duration remaining() {
                return Duration.ofSeconds(1);
            }

            @Override
            public void progress(Step step) {}

            @Override
            public boolean commit() {
                return true;
            }
        };
    }
}
