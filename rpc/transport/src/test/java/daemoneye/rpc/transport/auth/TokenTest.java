package daemoneye.rpc.transport.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daemoneye.rpc.protocol.operation.Role;
import daemoneye.rpc.transport.body.EntryWish;
import daemoneye.rpc.transport.body.HelloBody;
import daemoneye.rpc.transport.body.NonceBody;
import daemoneye.rpc.transport.body.WelcomeBody;

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

    /// The example of the protocol's document, so that others can check theirs. It was computed
    /// without this code.
    @Test
    void theExampleOfTheDocumentHolds() {
        var token = Token.of("anna", Role.VIEWER, SECRET);
        var wish = new EntryWish("", "anna", "11".repeat(32));
        var hello = new HelloBody(1, 1, "py", "cli", "1", 7, wish).toBytes();
        var challenge = NonceBody.write(HexFormat.of().parseHex("22".repeat(32)));
        var entry = new WelcomeBody.Entry("viewer", "anna");
        var welcome = new WelcomeBody(1, 7, 1 << 20, 3, "desk", "2.0", entry).toBytes();
        assertThat(HexFormat.of().formatHex(Proofs.ofClient(token, hello, challenge)))
                .isEqualTo("5605a83a30a58d80059a898461c01221e6170988741fe7a1d532f43841e43244");
        assertThat(HexFormat.of().formatHex(Proofs.ofBroker(token, hello, challenge, welcome)))
                .isEqualTo("bb4e02fcdf94ce6cbac34acee9f3372cfebcd5be35977f5407bed54f86b46bb7");
    }
}
