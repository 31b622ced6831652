package daemoneye.rpc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.cli.fake.CommandBed;
import daemoneye.rpc.protocol.value.ConfigValue;
import daemoneye.rpc.transport.auth.TokenFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

@DisabledOnOs(OS.WINDOWS)
class TokenCommandTest {
    private final CommandBed bed = new CommandBed(DaemonEye::commandLine);
    @TempDir Path folder;

    @Test
    void aTokenIsWrittenForTheBrokerAndForItsOwner() throws IOException {
        var tokens = folder.resolve("tokens");
        var own = folder.resolve("anna");
        assertThat(make("anna", "viewer", "--tokens", tokens, "--out", own)).isZero();
        assertThat(bed.out()).contains("anna has the role viewer");
        assertThat(TokenFile.readOwn(own).line())
                .isEqualTo(TokenFile.read(tokens).getFirst().line());
        assertThat(bed.out()).doesNotContain(TokenFile.readOwn(own).line().split(" ", -1)[2]);
    }

    @Test
    void withoutAFileForItsOwnerItIsPrinted() throws IOException {
        var tokens = folder.resolve("tokens");
        assertThat(make("anna", "viewer", "--tokens", tokens, "--json")).isZero();
        assertThat(bed.field("token"))
                .isEqualTo(ConfigValue.of(TokenFile.read(tokens).getFirst().line()));
        assertThat(make("anna", "admin", "--tokens", tokens)).isEqualTo(1);
        assertThat(bed.err()).contains("There is a token anna");
        assertThat(make("olaf", "emperor", "--tokens", tokens)).isEqualTo(2);
        assertThat(bed.err()).contains("no role");
    }

    @Test
    void aTokenFileThatOthersMayReadIsNotUsed() throws IOException {
        var own = folder.resolve("anna");
        make("anna", "viewer", "--tokens", folder.resolve("tokens"), "--out", own);
        Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(bed.run("health", "procmond", "--token-file", own.toString())).isEqualTo(2);
        assertThat(bed.err()).contains("chmod 600");
        bed.environment.clear();
        assertThat(bed.run("broker", "--tokens", own.toString())).isEqualTo(2);
    }

    private int make(Object... words) {
        var all = new String[words.length + 2];
        all[0] = "token";
        all[1] = "new";
        for (int at = 0; at < words.length; at++) {
            all[at + 2] = words[at].toString();
        }
        return bed.run(all);
    }
}
