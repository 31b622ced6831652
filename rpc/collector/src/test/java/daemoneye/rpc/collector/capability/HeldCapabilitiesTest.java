package daemoneye.rpc.collector.capability;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.collector.machine.Platform;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.operation.CollectorOperation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Set;

class HeldCapabilitiesTest {
    @Test
    void bitsAreReadByName() {
        var held = HeldCapabilities.parse("Name:\tx\nCapPrm:\t0\nCapEff:\t0000000000080004\n");

        assertThat(held.names()).containsExactlyInAnyOrder("CAP_SYS_PTRACE", "CAP_DAC_READ_SEARCH");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "CapEff:", "CapEff:\tnonsense", "CapEff:\t0", "Name: x"})
    void whatIsNotToldIsNotHeld(String status) {
        assertThat(HeldCapabilities.parse(status).names()).isEmpty();
    }

    @Test
    void aMissingCapabilityIsSaidToBeMissing() {
        var nothing = new HeldCapabilities(Set.of());
        var data =
                new Capabilities(CollectorType.PROCESS, nothing, Platform.LINUX)
                        .of(new CollectorId("p"), List.of(), false);

        assertThat(data.features()).containsEntry("has_cap_sys_ptrace", false);
        assertThat(data.resourceRequirements().requiredCapabilities())
                .containsExactly("CAP_SYS_PTRACE");
        assertThat(data.operations())
                .containsExactly(CollectorOperation.QUERY_OUTCOME, CollectorOperation.CANCEL);
    }

    @Test
    void capabilitiesOfLinuxAreNotAskedForElsewhere() {
        var data =
                new Capabilities(
                                CollectorType.PROCESS,
                                new HeldCapabilities(Set.of()),
                                Platform.WINDOWS)
                        .of(new CollectorId("p"), List.of(), true);

        assertThat(data.resourceRequirements().requiredCapabilities()).isEmpty();
        assertThat(data.features()).doesNotContainKey("has_cap_sys_ptrace");
    }
}
