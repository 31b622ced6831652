package daemoneye.rpc.transport.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daemoneye.rpc.protocol.operation.Role;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;

class TokenFileTest {
    private static final Token ANNA = token("anna", Role.VIEWER, 1);
    private static final Token OLAF = token("olaf", Role.OPERATOR, 2);
    @TempDir Path folder;

    @Test
    void whatIsAddedIsReadAndNobodyElseMayReadIt() throws IOException {
        var file = folder.resolve("tokens");
        TokenFile.add(file, ANNA);
        TokenFile.add(file, OLAF);
        assertThat(TokenFile.read(file)).map(Token::line).containsExactly(ANNA.line(), OLAF.line());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aFileThatOthersMayReadIsRefused() throws IOException {
        var file = folder.resolve("tokens");
        TokenFile.add(file, ANNA);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        refused(file, "Others may read", "chmod 600");
        assertThatThrownBy(() -> TokenFile.add(file, OLAF)).hasMessageContaining("chmod 600");
    }

    @Test
    void commentsAndEmptyLinesAreSkippedAndABadLineIsNamed() throws IOException {
        var file = folder.resolve("tokens");
        TokenFile.add(file, ANNA);
        Files.writeString(file, "# people\n\n" + ANNA.line() + "\n");
        assertThat(TokenFile.readOwn(file).name()).isEqualTo("anna");
        Files.writeString(file, "# people\n" + ANNA.line() + "\nolaf operator\n");
        refused(file, "Line 3 of");
        Files.writeString(file, ANNA.line() + "\n" + ANNA.line() + "\n");
        refused(file, "Line 2 of", "anna a second time");
        Files.writeString(file, "# nobody\n");
        refused(file, "There is no token in");
        Files.writeString(file, "x".repeat(TokenFile.MAX_BYTES + 1));
        refused(file, "larger than");
    }

    @Test
    void aMissingFileIsRefusedWithTheWayToMakeOne() {
        refused(folder.resolve("none"), "There is no file", "daemoneye token new");
    }

    @Test
    void aClientHasOneTokenAndNoFileIsOverwritten() throws IOException {
        var file = folder.resolve("tokens");
        TokenFile.add(file, ANNA);
        assertThatThrownBy(() -> TokenFile.add(file, ANNA)).hasMessageContaining("already");
        TokenFile.add(file, OLAF);
        assertThatThrownBy(() -> TokenFile.readOwn(file)).hasMessageContaining("2 tokens");
        assertThatThrownBy(() -> TokenFile.writeOwn(file, OLAF)).hasMessageContaining("already");
    }

    @Test
    void aLastLineThatAnEditorLeftUnendedIsNoBeginningOfTheNext() throws IOException {
        var file = folder.resolve("tokens");
        TokenFile.add(file, ANNA);
        Files.writeString(file, ANNA.line());
        TokenFile.add(file, OLAF);
        assertThat(TokenFile.read(file)).map(Token::line).containsExactly(ANNA.line(), OLAF.line());
    }

    @Test
    void anEmptyFileThatOthersMayReadGetsNoSecret() throws IOException {
        var file = Files.createFile(folder.resolve("tokens"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> TokenFile.add(file, ANNA)).hasMessageContaining("chmod 600");
        assertThat(file).isEmptyFile();
    }

    private static void refused(Path file, String... words) {
        assertThatThrownBy(() -> TokenFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll(words)
                .message()
                .doesNotContain(ANNA.line().split(" ", -1)[2]);
    }

    private static Token token(String name, Role role, long seed) {
        return Token.of(name, role, Nonces.of(new Random(seed)));
    }
}
