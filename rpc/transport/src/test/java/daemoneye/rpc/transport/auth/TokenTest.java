package daemoneye.rpc.transport.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daemoneye.rpc.protocol.operation.Role;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HexFormat;

class TokenTest {
    private static final byte[] SECRET =
            HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f".repeat(2));

    @Test
    void aTokenComesBackFromItsLine() {
        var line = Token.of("anna", Role.VIEWER, SECRET).line();
        var token = Token.parse("  " + line + " ");
        assertThat(token.name()).isEqualTo("anna");
        assertThat(token.role()).isEqualTo(Role.VIEWER);
        assertThat(token.line()).isEqualTo(line);
    }

    @Test
    void theTextOfATokenNeverHoldsItsSecret() {
        var token = Token.of("anna", Role.VIEWER, SECRET);
        assertThat(token.toString()).isEqualTo("token anna (viewer)");
        assertThat(token.line()).startsWith("anna viewer AAECAwQF");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "anna viewer",
                "anna root AAECAwQFBgcICQoLDA0ODwABAgMEBQYHCAkKCwwNDg8",
                "a/b viewer AAECAwQFBgcICQoLDA0ODwABAgMEBQYHCAkKCwwNDg8",
                "anna viewer AAECAwQF",
                "anna viewer !!ECAwQFBgcICQoLDA0ODwABAgMEBQYHCAkKCwwNDg8",
                "anna viewer AAECAwQFBgcICQoLDA0ODwABAgMEBQYHCAkKCwwNDg8 more"
            })
    void aLineThatIsNoTokenIsRefusedWithoutRepeatingTheSecret(String line) {
        assertThatThrownBy(() -> Token.parse(line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a token")
                .message()
                .doesNotContain("CAwQF");
    }

    /// The vector of the protocol's document, so that others can check theirs.
    @Test
    void theProofsOfTheDocumentNeverChange() {
        var token = Token.of("anna", Role.VIEWER, SECRET);
        var hello = new byte[] {1, 2, 3};
        var challenge = new byte[] {4, 5};
        var welcome = new byte[] {6};
        assertThat(HexFormat.of().formatHex(Proofs.ofClient(token, hello, challenge)))
                .isEqualTo("2d225338d8acbf2507246df74c214819da5015f14a2680a5148c534c3ea29b44");
        assertThat(HexFormat.of().formatHex(Proofs.ofBroker(token, hello, challenge, welcome)))
                .isEqualTo("c7b7401f6c74468c0f79f8742e930ddb0d45960c5d114bdfe481a9249a11d129");
    }
}
