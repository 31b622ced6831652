package daemoneye.rpc.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.protocol.operation.Role;
import daemoneye.rpc.protocol.value.ConfigValue;
import daemoneye.rpc.transport.auth.Nonces;
import daemoneye.rpc.transport.auth.Token;
import daemoneye.rpc.transport.auth.TokenFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Who may do what, between processes: a broker at a port that wants tokens, an agent and its
/// collector that prove one token, people who prove another.
@DisabledOnOs(OS.WINDOWS)
@Timeout(120)
class AccessEndToEndTest {
    private static final int MOST_QUESTIONS = 30;

    private String address = "";
    @TempDir Path home;

    @Test
    void aViewerReadsAndAStopIsRefusedWithThePrivilegesThatItNeeds() throws Exception {
        var host = token("host7", Role.AGENT);
        var anna = token("anna", Role.VIEWER);
        try (var broker =
                        Program.start(
                                home,
                                "broker",
                                "--listen",
                                "tcp:127.0.0.1:0",
                                "--tokens",
                                tokens());
                var agent = agent(address(broker), host)) {
            assertThat(agent.line()).startsWith("Agent desk runs procmond");
            var at = new String[] {"--connect", address, "--json", "--token-file", anna};

            awaitHealth(at);
            var stop = run(at, "stop", "procmond");
            assertThat(stop.exit()).as("%s", stop).isEqualTo(5);
            var error = entries(stop.document(), "error");
            assertThat(error.entries()).containsEntry("certainty", text("not_executed"));
            assertThat(entries(error, "context").entries())
                    .containsEntry("required_privileges", ConfigValue.texts(List.of("operator")))
                    .containsEntry("current_privileges", ConfigValue.texts(List.of("viewer")));
            var stranger = Program.run(home, "health", "procmond", "--json", "--connect", address);
            assertThat(stranger.exit()).as("%s", stranger).isEqualTo(5);
            assertThat(entries(stranger.document(), "error").entries())
                    .containsEntry("code", text("AUTH_FAILED"));
        }
    }

    /// Asks until it is there; each question is a process, so this does not spin.
    private void awaitHealth(String[] at) throws InterruptedException {
        var last = run(at, "health", "procmond");
        for (int asked = 1; asked < MOST_QUESTIONS && last.exit() != 0; asked++) {
            last = run(at, "health", "procmond");
        }
        assertThat(last.exit()).as("%s", last).isZero();
    }

    private String address(Program broker) throws InterruptedException {
        var line = broker.line();
        assertThat(line).startsWith("Broker listens at tcp:127.0.0.1:");
        address = line.substring("Broker listens at ".length(), line.length() - 1);
        return address;
    }

    private Program agent(String broker, String token) {
        return Program.start(
                home,
                "agent",
                "--id",
                "desk",
                "--collectors",
                "procmond",
                "--connect",
                broker,
                "--token-file",
                token);
    }

    private Program run(String[] at, String... words) throws InterruptedException {
        var all = new String[words.length + at.length];
        System.arraycopy(words, 0, all, 0, words.length);
        System.arraycopy(at, 0, all, words.length, at.length);
        return Program.run(home, all);
    }

    private String token(String name, Role role) throws IOException {
        var token = Token.of(name, role, Nonces.secure().get());
        TokenFile.add(Path.of(tokens()), token);
        TokenFile.writeOwn(home.resolve(name), token);
        return home.resolve(name).toString();
    }

    private String tokens() {
        return home.resolve("tokens").toString();
    }

    private static ConfigValue.Table entries(ConfigValue.Table table, String name) {
        return (ConfigValue.Table) table.entries().get(name);
    }

    private static ConfigValue text(String text) {
        return ConfigValue.of(text);
    }
}
