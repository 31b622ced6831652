package daemoneye.rpc.protocol.operation;

import static daemoneye.rpc.protocol.operation.Role.ADMIN;
import static daemoneye.rpc.protocol.operation.Role.AGENT;
import static daemoneye.rpc.protocol.operation.Role.COLLECTOR;
import static daemoneye.rpc.protocol.operation.Role.OPERATOR;
import static daemoneye.rpc.protocol.operation.Role.VIEWER;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;

class RoleTest {
    @Test
    void eachRoleAllowsWhatTheTableSays() {
        assertThat(allowed(VIEWER)).containsExactly(VIEWER);
        assertThat(allowed(OPERATOR)).containsExactly(VIEWER, OPERATOR);
        assertThat(allowed(ADMIN)).containsExactly(VIEWER, OPERATOR, ADMIN);
        assertThat(allowed(COLLECTOR)).containsExactly(COLLECTOR);
        assertThat(allowed(AGENT)).containsExactly(Role.values());
    }

    @Test
    void aRoleIsFoundByItsNameOnTheWireAndByNoOther() {
        assertThat(Role.named("operator")).contains(OPERATOR);
        assertThat(Role.named("Operator")).isEmpty();
        assertThat(Role.named("")).isEmpty();
        assertThat(Role.named("root")).isEmpty();
    }

    private static List<Role> allowed(Role held) {
        return Arrays.stream(Role.values()).filter(held::allows).toList();
    }
}
