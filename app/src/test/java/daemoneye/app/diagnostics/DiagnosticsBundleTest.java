package daemoneye.app.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.app.about.About;
import daemoneye.app.about.Library;
import daemoneye.app.sample.SampleFleet;
import daemoneye.app.settings.ConsoleSettings;
import daemoneye.app.settings.SavedProfile;
import daemoneye.rpc.client.connection.ConnectionState;
import daemoneye.rpc.client.fleet.CollectorView;
import daemoneye.rpc.client.fleet.FleetSnapshot;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.state.Liveness;
import daemoneye.rpc.protocol.state.ProcessState;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipInputStream;

/// Secrets are planted wherever one could get in; none may come out.
class DiagnosticsBundleTest {
    private static final String KEY = "q3NfT0k3bi1vZi1raW0tMzItYnl0ZXMtbG9uZy4uLg4";
    private static final String ENVIRONMENT = "env-value-hunter2";
    private static final String PASSWORD = "swordfish";
    private static final String SETTING = "community-string-7";
    private static final List<String> SECRETS = List.of(KEY, ENVIRONMENT, PASSWORD, SETTING);

    @Test
    void noSecretGetsIntoTheBundleWhereverItWasPlanted() throws IOException {
        var files = files(planted());

        assertThat(files)
                .hasSize(9)
                .allSatisfy((name, text) -> assertThat(text).as(name).doesNotContain(SECRETS))
                .allSatisfy(
                        (name, text) ->
                                assertThat(text).as(name).doesNotContain("/home/kim/other-value"));
    }

    @Test
    void whatIsNeededIsThere() throws IOException {
        var files = files(planted());

        assertThat(files.get("about.txt")).contains("9.8.7", "some:lib 1.0 (MIT)");
        assertThat(files.get("connection.json")).contains("reconnecting", "nobody listens");
        assertThat(files.get("fleet.json")).contains("\"procmond\"", "by_state", "process-monitor");
        assertThat(files.get("calls.json")).contains("HealthCheck", "median_ms");
        assertThat(files.get("log.txt")).contains("the fleet is painted");
        assertThat(files.get("jvm.json")).contains("-Xmx512m", "-Dprism.order=sw", "-Dsome.thing=");
        assertThat(files.get("environment.txt")).contains("DAEMONEYE_HOME is set");
        assertThat(files.get("settings.json")).contains("lab.example", "\"theme\" : \"dark\"");
    }

    @Test
    void whatIsLeftIsStillJson() throws IOException {
        var json = JsonMapper.builder().build();

        assertThat(files(planted()).entrySet())
                .filteredOn(entry -> entry.getKey().endsWith(".json"))
                .hasSize(5)
                .allSatisfy(entry -> assertThat(json.readTree(entry.getValue())).isNotEmpty());
    }

    @Test
    void theOutputOfProcessesStaysOut() throws IOException {
        var dead =
                SampleFleet.collector(
                        "procmond", ProcessState.FAILED, Liveness.DOWN, HealthStatus.UNKNOWN);
        var files = files(facts(SampleFleet.connected(true, List.of(dead)), List.of()));

        assertThat(files.get("fleet.json")).contains("SIGKILL").doesNotContain("scanning /proc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "token=swordfish",
                "password: swordfish",
                "\"api_key\":\"swordfish\"",
                "Authorization: Bearer swordfish",
                "db.passwd = 'swordfish'",
                "tcp://kim:swordfish@lab:7700",
                "kim:swordfish@lab",
                "https://kim:swordfish@lab/x?y",
                "client_secret=swordfish&x=1",
                "--token swordfish",
                "PGPASSWORD=swordfish"
            })
    void whatFollowsASecretNameOrStandsBeforeAnAtIsTakenOut(String text) {
        assertThat(Redaction.of(Map.of(), List.of()).clean(text)).doesNotContain(PASSWORD);
    }

    @Test
    void whatPeopleNeedToReadStays() {
        var text =
                "12:00:01 WARN Connection: connection to unix:/run/user/1000/daemoneye/broker.sock"
                        + " lost, correlation 0b5c2a5e-2f0b-4a53-9c9e-0c8f9f3f7a11, 4711 beats";

        assertThat(Redaction.of(Map.of("HOME", "/home/kim"), List.of()).clean(text))
                .isEqualTo(text);
    }

    private static Facts planted() {
        var degraded = reasoned("queue full, community_secret=" + SETTING);
        var link =
                new ConnectionState.Reconnecting(
                        3,
                        Duration.ofSeconds(1),
                        "nobody listens at tcp://kim:" + PASSWORD + "@lab:7700");
        var seen = SampleFleet.connected(true, List.of(degraded));
        var snapshot =
                new FleetSnapshot(
                        1,
                        0,
                        Instant.EPOCH,
                        link,
                        Optional.empty(),
                        Optional.of(Instant.EPOCH),
                        true,
                        List.of("agent " + KEY),
                        seen.collectors());
        return facts(
                snapshot,
                List.of(
                        "the fleet is painted after 2.9 s",
                        "token of kim is " + KEY,
                        "refused: password=" + PASSWORD,
                        "environment " + ENVIRONMENT + " was read",
                        "settings {\"snmp_secret\":\"" + SETTING + "\"}",
                        "dialing tcp://kim:" + PASSWORD + "@lab:7700"));
    }

    private static CollectorView reasoned(String reason) {
        var view =
                SampleFleet.collector(
                        "procmond", ProcessState.RUNNING, Liveness.LIVE, HealthStatus.DEGRADED);
        return new CollectorView(
                view.info(),
                view.state(),
                view.liveness(),
                view.health(),
                Optional.of(reason),
                view.vitals(),
                view.lastBeatAge(),
                view.uptime(),
                view.configVersion(),
                view.beats(),
                view.lastCheck(),
                view.lastCheckAge());
    }

    private static Facts facts(FleetSnapshot snapshot, List<String> log) {
        return new Facts(
                Instant.parse("2026-01-01T12:00:00Z"),
                new About(
                        "9.8.7",
                        "x.jar",
                        "Java",
                        "26",
                        "Linux",
                        List.of(new Library("some:lib", "1.0", "MIT"))),
                settings(),
                "lab: kim:" + PASSWORD + "@lab.example:7700",
                Optional.of(snapshot),
                List.of(
                        new CallFact("HealthCheck", "DONE", 4),
                        new CallFact("HealthCheck", "UNKNOWN", 5000)),
                log,
                List.of("-Xmx512m", "-Dprism.order=sw", "-Dsome.thing=" + PASSWORD),
                Map.of(
                        "DAEMONEYE_HOME", "/home/kim/other-value",
                        "MY_API_KEY", ENVIRONMENT,
                        "PLAIN", "/home/kim/other-value"),
                List.of("kim operator " + KEY));
    }

    private static ConsoleSettings settings() {
        return ConsoleSettings.standard()
                .withTheme("dark")
                .withProfiles(
                        List.of(
                                new SavedProfile(
                                        "lab",
                                        "tcp",
                                        "kim:" + PASSWORD + "@lab.example",
                                        7700,
                                        "/home/kim/" + PASSWORD + ".token",
                                        "",
                                        "",
                                        "red",
                                        "open")));
    }

    private static Map<String, String> files(Facts facts) throws IOException {
        var files = new LinkedHashMap<String, String>();
        var bytes = new DiagnosticsBundle(facts).bytes();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(
                        entry.getName().replace("daemoneye-diagnostics/", ""),
                        new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
