package daemoneye.rpc.client.serve.check;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.client.fake.LinkedClient;
import daemoneye.rpc.protocol.error.ErrorCategory;
import daemoneye.rpc.protocol.error.ExecutionCertainty;
import daemoneye.rpc.protocol.message.Sender;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.operation.Role;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

class RoleCheckTest {
    private static final Set<CollectorOperation> READS =
            EnumSet.of(
                    CollectorOperation.HEALTH_CHECK,
                    CollectorOperation.GET_CONFIG,
                    CollectorOperation.GET_CAPABILITIES,
                    CollectorOperation.LIST_COLLECTORS,
                    CollectorOperation.QUERY_OUTCOME);

    @ParameterizedTest
    @EnumSource(CollectorOperation.class)
    void eachOperationIsForTheRolesOfTheTable(CollectorOperation operation) {
        assertThat(allowed(operation, Role.VIEWER)).isEqualTo(READS.contains(operation));
        assertThat(allowed(operation, Role.COLLECTOR))
                .isEqualTo(operation.role() == Role.COLLECTOR);
        assertThat(allowed(operation, Role.OPERATOR))
                .isEqualTo(operation.role() == Role.VIEWER || operation.role() == Role.OPERATOR);
        assertThat(allowed(operation, Role.ADMIN)).isEqualTo(operation.role() != Role.COLLECTOR);
        assertThat(allowed(operation, Role.AGENT)).isTrue();
    }

    @Test
    void aRefusalSaysWhatIsNeededWhatIsHeldAndThatNothingHappened() {
        var request = LinkedClient.request(CollectorOperation.STOP);
        var error = RoleCheck.refusal(request, "anna#3/viewer").orElseThrow();
        assertThat(error.code()).isEqualTo("PERMISSION_DENIED");
        assertThat(error.category()).isEqualTo(ErrorCategory.PERMISSION);
        assertThat(error.certainty()).isEqualTo(ExecutionCertainty.NOT_EXECUTED);
        assertThat(error.context())
                .containsEntry("required_privileges", ConfigValue.texts(List.of("operator")))
                .containsEntry("current_privileges", ConfigValue.texts(List.of("viewer")));
        assertThat(error.message()).contains("Stop", "operator", "anna has viewer");
    }

    @Test
    void aStampWithoutARoleAllowsNothing() {
        var request = LinkedClient.request(CollectorOperation.HEALTH_CHECK);
        var error = RoleCheck.refusal(request, "anna#3").orElseThrow();
        assertThat(error.context())
                .containsEntry("current_privileges", ConfigValue.texts(List.of()));
    }

    private static boolean allowed(CollectorOperation operation, Role role) {
        var stamp = Sender.stamp("x", 1, role);
        return RoleCheck.refusal(LinkedClient.request(operation), stamp).isEmpty();
    }
}
