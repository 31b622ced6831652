package daemoneye.rpc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.cli.fake.CommandBed;
import daemoneye.rpc.cli.output.Terminal;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// One table over all commands: what each says with its exit code.
class ExitCodesTest {
    /// Each command that asks somebody, as somebody would write it.
    private static final List<String> ASKING =
            List.of(
                    "fleet list",
                    "health procmond",
                    "capabilities procmond",
                    "start procmond",
                    "stop procmond",
                    "restart procmond",
                    "pause procmond",
                    "resume procmond",
                    "shutdown procmond",
                    "config get procmond",
                    "config diff procmond --at 1",
                    "config validate procmond a=1",
                    "config apply procmond a=1",
                    "config history procmond",
                    "config export procmond",
                    "config rollback procmond 1",
                    "audit tail",
                    "outcome procmond 319c708b-38fe-4800-a36b-04bed5c8b9e5",
                    "cancel procmond 319c708b-38fe-4800-a36b-04bed5c8b9e5",
                    "call HealthCheck procmond");

    /// Those that ask as long as they run, and count failures instead of ending with one.
    private static final List<String> LASTING = List.of("fleet watch --for 1s", "bench procmond");

    /// Those that ask nobody.
    private static final Set<String> ALONE =
            Set.of(
                    "broker",
                    "agent",
                    "collector",
                    "token new",
                    "audit verify",
                    "audit export",
                    "bench design",
                    "completion",
                    "sample");

    /// Those whose output is no document: a program that runs, a script, a window.
    private static final Set<String> WITHOUT_JSON = Set.of("collector", "completion");

    private final CommandBed bed = new CommandBed(DaemonEye::commandLine);

    static Stream<String> asking() {
        return ASKING.stream();
    }

    static Stream<String> connecting() {
        return Stream.concat(ASKING.stream(), LASTING.stream());
    }

    static Stream<String> leaves() {
        var leaves = new ArrayList<String>();
        collect(everything(), "", leaves);
        // Depends on which modules are on the class path; they are tested with the window.
        leaves.removeAll(List.of("console", "diagnostics"));
        return leaves.stream();
    }

    private static CommandLine everything() {
        return DaemonEye.commandLine(ThisProcess.surroundings());
    }

    private static void collect(CommandLine line, String path, List<String> to) {
        line.getSubcommands()
                .forEach(
                        (name, command) -> {
                            if (command.getSubcommands().isEmpty() || name.equals("bench")) {
                                to.add(path + name);
                            }
                            collect(command, path + name + " ", to);
                        });
    }

    @Test
    void everyCommandIsInTheTable() {
        var known = new TreeSet<>(ALONE);
        connecting().forEach(line -> known.add(name(line)));
        assertThat(leaves()).containsExactlyInAnyOrderElementsOf(known);
    }

    private static String name(String line) {
        var words = line.split(" ", -1);
        return Set.of("fleet", "config", "audit").contains(words[0])
                ? words[0] + " " + words[1]
                : words[0];
    }

    @ParameterizedTest
    @MethodSource("leaves")
    void wrongUsageIsTwoAndNothingIsSent(String command) {
        assertThat(run(command, "--no-such-option")).isEqualTo(2);
        assertThat(bed.err()).startsWith("daemoneye: ").contains("--help");
        assertThat(run(command, "--color", "purple")).isEqualTo(2);
        assertThat(bed.err()).contains("\"purple\" is none of auto, always, never");
        assertThat(bed.link.caller.requests).isEmpty();
        assertThat(run(command, "--no-such-option", "--json")).isEqualTo(2);
        assertThat(bed.field("error", "code")).isEqualTo(ConfigValue.of("USAGE"));
        assertThat(bed.err()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("leaves")
    void helpIsZeroAndShowsAnExampleAndTheExitCodes(String command) {
        assertThat(run(command, "--help")).isZero();
        assertThat(bed.out())
                .startsWith("Usage: daemoneye " + command)
                .contains("Exit codes:", "not permitted", "--color=WHEN")
                .doesNotContain("\u001b");
        if (!command.equals("sample")) {
            assertThat(bed.out()).contains("Example");
        }
        assertThat(bed.out().contains("--json"))
                .as("--json")
                .isEqualTo(!WITHOUT_JSON.contains(command));
    }

    @ParameterizedTest
    @MethodSource("connecting")
    void noBrokerIsThree(String line) {
        bed.unreachable("Nobody listens at unix:/x: start a broker there.");
        fails(line, 3, "NOT_CONNECTED");
    }

    @ParameterizedTest
    @MethodSource("connecting")
    void aTokenThatIsNotKnownIsFive(String line) {
        bed.refused(ErrorCode.AUTH_FAILED, "The broker does not know this token.");
        fails(line, 5, "AUTH_FAILED");
    }

    @ParameterizedTest
    @MethodSource("asking")
    void aRoleThatMayNotIsFive(String line) {
        bed.link.caller.failingEverywhere(
                RpcError.notExecuted(ErrorCode.PERMISSION_DENIED, "kim is a viewer"));
        fails(line, 5, "PERMISSION_DENIED");
    }

    @ParameterizedTest
    @MethodSource("asking")
    void silenceIsFour(String line) {
        bed.link.caller.failingEverywhere(
                RpcError.unknown(ErrorCode.DEADLINE_EXCEEDED, "no answer"));
        fails(line, 4, "DEADLINE_EXCEEDED");
    }

    @ParameterizedTest
    @MethodSource("asking")
    void whatIsKnownToHaveGoneWrongIsOne(String line) {
        bed.link.caller.failingEverywhere(
                RpcError.notExecuted(ErrorCode.TOO_MANY_REQUESTS, "try later"));
        fails(line, 1, "TOO_MANY_REQUESTS");
    }

    private void fails(String line, int exit, String code) {
        assertThat(run(line)).isEqualTo(exit);
        assertThat(bed.err()).startsWith("daemoneye: ").doesNotContain("\tat ", "\u001b");
        assertThat(run(line, "--json")).isEqualTo(exit);
        assertThat(bed.field("error", "code")).isEqualTo(ConfigValue.of(code));
        assertThat(bed.err()).isEmpty();
    }

    @Test
    void coloursAreForTerminalsUnlessSomebodySaysOtherwise() {
        bed.unreachable("Nobody listens.");
        assertThat(colours(Terminal.NONE)).isFalse();
        assertThat(colours(Terminal.NONE, "--color=always")).isTrue();
        assertThat(colours(Terminal.NONE, "--color", "always")).isTrue();
        var terminal = new Terminal(true, true, true);
        assertThat(colours(terminal)).isTrue();
        assertThat(colours(terminal, "--color=never")).isFalse();
        assertThat(colours(terminal, "--color=always", "--color=never")).isFalse();
        var plain = new Terminal(true, true, false);
        assertThat(colours(plain, "--color=auto")).isFalse();
        assertThat(colours(plain, "--color=always")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fleet list", "audit tail", "health procmond", "config get procmond"})
    void progressIsForPeopleWhoWaitAndLeavesNothingBehind(String line) {
        bed.link.caller.failingEverywhere(
                RpcError.notExecuted(ErrorCode.TOO_MANY_REQUESTS, "try later"));
        run(line);
        assertThat(bed.err()).startsWith("daemoneye: try later");
        bed.on(new Terminal(true, true, false));
        run(line);
        assertThat(bed.err()).contains(" ...", "\r\u001b[Kdaemoneye: try later");
        bed.on(new Terminal(true, false, false));
        run(line);
        assertThat(bed.err()).startsWith("daemoneye: try later");
    }

    private boolean colours(Terminal terminal, String... options) {
        bed.on(terminal);
        run("fleet list --help", options);
        boolean help = bed.out().contains("\u001b");
        run("fleet list", options);
        assertThat(bed.err().contains("\u001b")).isEqualTo(help);
        return help;
    }

    private int run(String line, String... more) {
        var words = new ArrayList<>(Arrays.asList(line.split(" ", -1)));
        words.addAll(List.of(more));
        return bed.run(words.toArray(String[]::new));
    }
}
