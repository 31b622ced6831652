package daemoneye.rpc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.cli.fake.CommandBed;
import daemoneye.rpc.cli.manual.ManualFiles;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// The pages and scripts that packages bring along.
class ManualTest {
    @TempDir private Path share;

    @BeforeEach
    void write() throws IOException {
        new ManualFiles(DaemonEye.commandLine(ThisProcess.surroundings()), share).write();
    }

    @Test
    void eachCommandHasAPageWithAllItsSections() throws IOException {
        assertThat(pages())
                .contains("daemoneye.1", "daemoneye-fleet-list.1", "daemoneye-config-apply.1")
                .hasSizeGreaterThan(30);
        for (var name : pages()) {
            assertThat(page(name))
                    .startsWith(
                            ".TH \""
                                    + name.replace(".1", "")
                                            .toUpperCase(Locale.ROOT)
                                            .replace("-", "\\-"))
                    .contains(".SH \"NAME\"", ".SH \"SYNOPSIS\"", ".SH \"DESCRIPTION\"")
                    .contains(".SH \"OPTIONS\"", ".SH \"EXIT STATUS\"", "NO_COLOR");
        }
        assertThat(page("daemoneye-config-apply.1"))
                .contains(".SH \"EXAMPLES\"", "scan_interval_ms=2000")
                .contains("\\fB\\-\\-reason\\fR", "daemoneye\\-config\\fR(1)");
    }

    private List<String> pages() throws IOException {
        try (var files = Files.list(share.resolve("man/man1"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private String page(String name) throws IOException {
        return Files.readString(share.resolve("man/man1").resolve(name));
    }

    @Test
    void noTextIsTakenForARequestAndNothingButAsciiIsWritten() throws IOException {
        for (var name : pages()) {
            assertThat(page(name)).as(name).isASCII().doesNotContain("@|", "%n", "\u001b");
            assertThat(page(name).lines())
                    .as(name)
                    .allMatch(line -> line.isEmpty() || !line.startsWith("'"))
                    .filteredOn(line -> line.startsWith("."))
                    .allMatch(line -> line.matches("\\.(TH|SH|TP|nh|ad l|nf|fi)( .*)?"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"\"' | broker agent collector token fleet",
                "conf | config",
                "config '' | get diff validate apply history rollback",
                "config apply --re | --restart --reason",
                "call Gr | GracefulShutdown",
                "fleet list --role '' | viewer operator admin",
                "audit tail --operation Re | Register Restart Resume",
                "collector --type '' | process-monitor network-monitor file-monitor",
                "completion '' | bash zsh fish",
                "fleet list --color '' | auto always never"
            })
    void bashCompletesCommandsOptionsAndKnownValues(String typed, String offered) throws Exception {
        var words = "daemoneye " + typed;
        var script =
                """
                source '%s' 2>/dev/null
                COMP_WORDS=(%s); COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
                _complete_daemoneye 2>/dev/null
                echo "${COMPREPLY[*]}"
                """
                        .formatted(share.resolve("bash-completion/completions/daemoneye"), words);
        assertThat(bash("-c", script)).contains(offered.split(" "));
    }

    @Test
    void theScriptsAreWhatCompletionPrints() throws IOException {
        var bed = new CommandBed(DaemonEye::commandLine);
        for (var shell :
                List.of(
                        "bash:bash-completion/completions/daemoneye",
                        "zsh:zsh/site-functions/_daemoneye",
                        "fish:fish/vendor_completions.d/daemoneye.fish")) {
            int colon = shell.indexOf(':');
            assertThat(bed.run("completion", shell.substring(0, colon))).isZero();
            assertThat(share.resolve(shell.substring(colon + 1))).hasContent(bed.out());
        }
        assertThat(bed.run("completion", "tcsh")).isEqualTo(2);
        assertThat(bed.err()).contains("\"tcsh\" is none of bash, zsh, fish");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"bash-completion/completions/daemoneye", "zsh/site-functions/_daemoneye"})
    void theScriptsAreWellFormed(String file) throws Exception {
        // zsh is not everywhere; what it and bash have in common holds for this one.
        assertThat(bash("-n", share.resolve(file).toString())).isEmpty();
    }

    private static String bash(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of("bash", "--norc", "--noprofile"));
        command.addAll(Arrays.asList(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return said.strip();
    }
}
