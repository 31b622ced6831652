package daemoneye.app;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.app.sample.SampleFleet;
import daemoneye.app.settings.ConsoleSettings;
import daemoneye.app.settings.SavedProfile;
import daemoneye.app.settings.SettingsFile;
import daemoneye.rpc.cli.link.Links;
import daemoneye.rpc.cli.link.OpenLink;
import daemoneye.rpc.cli.link.Plumbing;
import daemoneye.rpc.cli.output.Terminal;
import daemoneye.rpc.cli.run.CommandFailure;
import daemoneye.rpc.cli.run.Surroundings;
import daemoneye.rpc.client.call.RpcCaller;
import daemoneye.rpc.client.call.resilience.Resilience;
import daemoneye.rpc.client.fleet.FleetModel;
import daemoneye.rpc.client.place.Places;
import daemoneye.rpc.protocol.message.CollectorEvent;
import daemoneye.rpc.protocol.message.HeartbeatData;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.state.Liveness;
import daemoneye.rpc.protocol.state.ProcessState;
import daemoneye.rpc.protocol.time.FakeTicker;
import daemoneye.rpc.transport.bus.Welcome;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.zip.ZipInputStream;

/// The command as people and scripts get it: its file, its words, its exit codes.
class DiagnosticsCommandTest {
    private static final String KEY = "q3NfT0k3bi1vZi1raW0tMzItYnl0ZXMtbG9uZy4uLg4";
    // Without digits: nothing but the file says that it is secret.
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopA";
    private static final String ENVIRONMENT = "env-value-hunter2";
    private static final String PASSWORD = "swordfish";

    @TempDir private Path folder = Path.of("");
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Links links = (address, admission) -> new FleetOnly(fleet());
    private Path file = Path.of("");

    @BeforeEach
    void plant() throws IOException {
        file = folder.resolve("bundle.zip");
        var settings = folder.resolve("config");
        new SettingsFile(settings)
                .save(
                        ConsoleSettings.standard()
                                .withProfiles(
                                        List.of(
                                                new SavedProfile(
                                                        "lab",
                                                        "tcp",
                                                        "kim:" + PASSWORD + "@lab.example",
                                                        7700,
                                                        own("lab.token", "kim operator " + KEY)
                                                                .toString(),
                                                        "",
                                                        "",
                                                        "red",
                                                        "open"))));
    }

    @Test
    void theFleetIsInTheFile() throws IOException {
        assertThat(run("--out", file.toString())).isZero();

        assertThat(files())
                .hasSize(9)
                .hasEntrySatisfying("fleet.json", text -> assertThat(text).contains("procmond"))
                .hasEntrySatisfying("settings.json", text -> assertThat(text).contains("lab"));
        assertThat(out.toString()).startsWith("Written to " + file);
    }

    @Test
    void noSecretIsInIt() throws IOException {
        var token = own("own.token", "kim operator " + LETTERS);
        links =
                (address, admission) -> {
                    throw new Links.NotReachable(
                            "tcp://kim:%s@lab says no to %s, %s and %s"
                                    .formatted(PASSWORD, KEY, LETTERS, ENVIRONMENT));
                };

        int code = run("--out", file.toString(), "--token-file", token.toString());

        assertThat(code).isZero();
        assertThat(files())
                .hasEntrySatisfying("connection.json", text -> assertThat(text).contains("says no"))
                .hasEntrySatisfying("environment.txt", text -> assertThat(text).contains("HOME"))
                .allSatisfy(
                        (name, text) ->
                                assertThat(text)
                                        .as(name)
                                        .doesNotContain(PASSWORD, KEY, LETTERS, ENVIRONMENT));
    }

    @Test
    void withoutABrokerItIsWrittenAndSaysWhyThereIsNone() throws IOException {
        links =
                (address, admission) -> {
                    throw new Links.NotReachable("Nobody listens there.");
                };

        assertThat(run("--out", file.toString(), "--json")).isZero();

        assertThat(out.toString().lines()).hasSize(1);
        assertThat(out.toString()).contains("\"fault\":\"Nobody listens there.\"");
        assertThat(err.toString()).isEmpty();
        assertThat(files().get("connection.json")).contains("closed", "Nobody listens there.");
    }

    @Test
    void aFileThatIsThereIsLeftAloneUnlessForced() throws IOException {
        Files.writeString(file, "precious");

        assertThat(run("--out", file.toString())).isEqualTo(2);
        assertThat(file).hasContent("precious");
        assertThat(err.toString()).contains("is there already", "--force");

        assertThat(run("--out", file.toString(), "--force")).isZero();
        assertThat(files()).hasSize(9);
    }

    @Test
    void aPlaceWhereNoFileCanBeIsNamedBeforeAnybodyIsAsked() {
        links =
                (address, admission) -> {
                    throw new AssertionError("asked");
                };

        assertThat(run("--out", folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("is a folder");
        assertThat(run("--out", folder.resolve("no/such.zip").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("there is no folder");
    }

    @Test
    @EnabledOnOs(OS.LINUX) // the one with /proc
    void whatCannotBeWrittenIsAFailureWithAReason() {
        assertThat(run("--out", "/proc/bundle.zip")).isEqualTo(1);

        assertThat(err.toString()).contains("/proc/bundle.zip cannot be written: ");
    }

    @Test
    void damagedSettingsAreToldAndLeftAsTheyAre() throws IOException {
        var settings = folder.resolve("config");
        Files.writeString(settings.resolve("console.json"), "{\"theme\": ");

        assertThat(run("--out", file.toString())).isZero();

        assertThat(files().get("settings.json")).contains("\"theme\"");
        try (var left = Files.list(settings)) {
            assertThat(left).hasSize(1);
        }
    }

    private static FleetModel fleet() {
        var fleet = new SampleFleet();
        fleet.show(
                SampleFleet.connected(
                        true,
                        List.of(
                                SampleFleet.collector(
                                        "procmond",
                                        ProcessState.RUNNING,
                                        Liveness.LIVE,
                                        HealthStatus.HEALTHY))));
        return fleet;
    }

    private int run(String... arguments) {
        var surroundings =
                new Surroundings(
                        links,
                        new Plumbing(
                                () -> {
                                    throw new AssertionError("no wires here");
                                },
                                () -> {
                                    throw new AssertionError("no codecs here");
                                },
                                new Random(1)),
                        new FakeTicker(),
                        Terminal.NONE,
                        Map.of("DAEMONEYE_HOME", "/home/kim/x", "MY_API_KEY", ENVIRONMENT),
                        InputStream.nullInputStream());
        var places =
                new Places(
                        folder.resolve("run"), folder.resolve("config"), folder.resolve("state"));
        return new CommandLine(new DiagnosticsCommand(() -> surroundings, () -> places))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setExecutionExceptionHandler(
                        (fault, command, parsed) -> {
                            if (!(fault instanceof CommandFailure failure)) {
                                throw fault;
                            }
                            command.getErr().println(failure.getMessage());
                            return failure.exit().number();
                        })
                .execute(arguments);
    }

    private Path own(String name, String line) throws IOException {
        var made = folder.resolve(name);
        Files.writeString(made, line + "\n");
        Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rw-------"));
        return made;
    }

    private Map<String, String> files() throws IOException {
        var files = new LinkedHashMap<String, String>();
        try (var zip = new ZipInputStream(Files.newInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(
                        entry.getName().replace("daemoneye-diagnostics/", ""),
                        new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    /// A link of which only the fleet is asked for.
    private record FleetOnly(FleetModel fleet) implements OpenLink {
        @Override
        public Welcome welcome() {
            throw new AssertionError("not asked");
        }

        @Override
        public String clientId() {
            throw new AssertionError("not asked");
        }

        @Override
        public RpcCaller caller() {
            throw new AssertionError("not asked");
        }

        @Override
        public Resilience resilience() {
            throw new AssertionError("not asked");
        }

        @Override
        public Runnable heartbeats(Consumer<HeartbeatData> listener) {
            throw new AssertionError("not asked");
        }

        @Override
        public Runnable auditEvents(Consumer<CollectorEvent> listener) {
            throw new AssertionError("not asked");
        }

        @Override
        public void close() {}
    }
}
