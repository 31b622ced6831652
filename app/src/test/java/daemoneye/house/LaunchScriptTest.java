package daemoneye.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Runs `bin/daemoneye` with homes of Java that only say who they are and what they were given.
@DisabledOnOs(OS.WINDOWS)
class LaunchScriptTest {
    private record Run(int exit, List<String> lines) {
        String java() {
            return lines.getFirst();
        }
    }

    @TempDir Path folder;
    private Path dist;

    @BeforeEach
    void layOut() throws IOException {
        dist = Files.createDirectories(folder.resolve("my programs/daemoneye"));
        Files.createDirectories(dist.resolve("lib/javafx"));
        Path bin = Files.createDirectories(dist.resolve("bin"));
        Files.copy(Checkout.current().file("app/src/dist/bin/daemoneye"), bin.resolve("daemoneye"));
    }

    @Test
    void withoutJavaOneSentenceSaysWhatToDo() throws Exception {
        Run run = start(Map.of("JAVA_HOME", javaHome("old", "24.0.2")), "--version");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.lines())
                .containsExactly(
                        "daemoneye needs Java 25 or newer: install it, or set JAVA_HOME to its"
                                + " folder.");
    }

    @Test
    void theBundledJavaComesFirst() throws Exception {
        javaHome("my programs/daemoneye/runtime", "25");

        Run run = start(Map.of("JAVA_HOME", javaHome("newer", "26-ea")), "--version");

        assertThat(run.java()).endsWith("daemoneye/runtime/bin/java");
    }

    @Test
    void anOldJavaHomeGivesWayToTheJavaOnThePath() throws Exception {
        String old = javaHome("old", "17.0.15");
        String path = javaHome("on path", "25.0.3") + "/bin:/usr/bin:/bin";

        assertThat(start(Map.of("JAVA_HOME", old, "PATH", path)).java())
                .endsWith("on path/bin/java");
    }

    @Test
    void theJavaThatBuiltItComesLast() throws Exception {
        Files.writeString(dist.resolve("lib/build-jdk"), javaHome("builder", "25.0.3") + "\n");

        assertThat(start(Map.of()).java()).endsWith("builder/bin/java");
    }

    @Test
    void onlyTheConsoleGetsJavaFx() throws Exception {
        Map<String, String> java = Map.of("JAVA_HOME", javaHome("new", "25"));

        assertThat(start(java, "console").lines())
                .contains("@" + dist + "/lib/console.options", "--module-path")
                .endsWith("daemoneye.app.ConsoleStart", "console");
        assertThat(start(java, "collector").lines())
                .contains("@" + dist + "/lib/collector.options")
                .doesNotContain("--module-path");
        assertThat(start(java, "list").lines())
                .contains("@" + dist + "/lib/command.options")
                .doesNotContain("--module-path");
    }

    @Test
    void aPackageHasItsJavaInsideItsOrderOfJarsAndOneCacheForAll() throws Exception {
        javaHome("my programs/daemoneye/lib/runtime", "25");
        Files.writeString(dist.resolve("lib/class-path"), "b.jar\na.jar\n");
        Files.writeString(dist.resolve("lib/collector.aot"), "");

        for (String command : List.of("console", "fleet")) {
            Run run = start(Map.of(), command);

            assertThat(run.java()).endsWith("daemoneye/lib/runtime/bin/java");
            assertThat(run.lines())
                    .contains("-XX:AOTCache=" + dist + "/lib/collector.aot")
                    .containsSubsequence(
                            "-cp", dist + "/lib/b.jar:" + dist + "/lib/a.jar", command);
        }
    }

    @Test
    void argumentsStayWhatTheyWere() throws Exception {
        Map<String, String> environment =
                Map.of(
                        "JAVA_HOME",
                        javaHome("new", "25"),
                        "DAEMONEYE_JAVA_OPTS",
                        "-Done=1 -Dtwo=2");

        assertThat(start(environment, "call", "two words", "", "*").lines())
                .containsSubsequence("-Done=1", "-Dtwo=2", "-cp", dist + "/lib/*")
                .endsWith("daemoneye.rpc.cli.DaemonEye", "call", "two words", "", "*");
    }

    @Test
    void withoutALocaleJavaCanNameEveryFile() throws Exception {
        var java = Path.of(javaHome("new", "25"), "bin", "java");
        Files.writeString(java, "#!/bin/sh\necho \"$LC_ALL $LC_CTYPE\"\n");
        var home = Map.of("JAVA_HOME", folder.resolve("new").toString());

        assertThat(start(home).lines()).containsExactly(" C.UTF-8");
        assertThat(start(with(home, "LC_ALL", "C")).lines()).containsExactly("C.UTF-8 C.UTF-8");
        assertThat(start(with(home, "LANG", "de_DE.UTF-8")).lines()).containsExactly(" ");
    }

    private static Map<String, String> with(Map<String, String> all, String name, String value) {
        var more = new HashMap<>(all);
        more.put(name, value);
        return more;
    }

    @Test
    void aLinkToTheScriptFindsItsFolder() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("de"), dist.resolve("bin/daemoneye"));
        String path = javaHome("new", "25") + "/bin:/usr/bin:/bin";

        assertThat(start(link, Map.of("PATH", path)).lines()).contains(dist + "/lib/*");
    }

    /// A home of Java whose `java` prints its own path and its arguments, one a line.
    private String javaHome(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\nprintf '%s\\n' \"$0\" \"$@\"\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Files.writeString(
                home.resolve("release"),
                "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home.toString();
    }

    private Run start(Map<String, String> environment, String... arguments) throws Exception {
        return start(dist.resolve("bin/daemoneye"), environment, arguments);
    }

    private Run start(Path script, Map<String, String> environment, String... arguments)
            throws Exception {
        List<String> command = new ArrayList<>(List.of("/bin/sh", script.toString()));
        command.addAll(List.of(arguments));
        Path output = folder.resolve("output");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", folder.toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), Files.readAllLines(output));
    }
}
