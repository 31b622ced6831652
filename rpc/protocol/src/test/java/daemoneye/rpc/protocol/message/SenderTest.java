package daemoneye.rpc.protocol.message;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.protocol.operation.Role;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

class SenderTest {
    @Test
    void aStampComesBackAsItWasMade() {
        assertThat(Sender.of(Sender.stamp("anna", 7, Role.VIEWER)))
                .isEqualTo(new Sender("anna", "7", Optional.of(Role.VIEWER)));
    }

    @Test
    void aNameThatLooksLikeAStampGivesNoRole() {
        var forged = Sender.of(Sender.stamp("root#1/admin", 7, Role.VIEWER));
        assertThat(forged.name()).isEqualTo("root#1/admin");
        assertThat(forged.role()).contains(Role.VIEWER);
        assertThat(forged.may(Role.ADMIN)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "anna", "anna#7", "anna#7/", "anna#7/root", "anna/admin", "#", "/"})
    void withoutAKnownRoleNothingIsAllowed(String stamp) {
        for (var needed : Role.values()) {
            assertThat(Sender.of(stamp).may(needed)).isFalse();
        }
    }
}
