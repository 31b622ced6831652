package daemoneye.app.palette;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.app.calls.CollectorAction;
import daemoneye.app.sample.SampleFleet;
import daemoneye.rpc.client.fleet.FleetSnapshot;
import daemoneye.rpc.protocol.operation.DangerClass;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.state.Liveness;
import daemoneye.rpc.protocol.state.ProcessState;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Random;

class CommandParserTest {
    private static final FleetSnapshot FLEET =
            SampleFleet.connected(
                    true,
                    List.of(
                            SampleFleet.healthy(
                                    "procmond-a", "process-monitor", "web-01", "process"),
                            SampleFleet.healthy(
                                    "procmond-b", "process-monitor", "web-02", "process"),
                            SampleFleet.healthy("netmond", "network-monitor", "web-02", "network"),
                            SampleFleet.collector(
                                    "stopped-1",
                                    ProcessState.STOPPED,
                                    Liveness.DOWN,
                                    HealthStatus.UNKNOWN)));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    restart netmond                       | RESTART      | netmond
                    RESTART NetMond                       | RESTART      | netmond
                    \u00a0  restart\tnetmond  netmond     | RESTART      | netmond
                    restart netmond procmond-a            | RESTART      | procmond-a netmond
                    health procmond-*                     | HEALTH_CHECK | procmond-a procmond-b
                    check *mond*                          | HEALTH_CHECK | procmond-a procmond-b netmond
                    pause state:running type:process      | PAUSE        | procmond-a procmond-b
                    pause state:healthy host:web-02       | PAUSE        | procmond-b netmond
                    stop procmond-* host:web-02           | STOP         | procmond-b
                    pause state:run type:process          | PAUSE        | procmond-a procmond-b
                    start state:stopped                   | START        | stopped-1
                    shutdown all type:network             | SHUT_DOWN    | netmond
                    resume *                              | RESUME       | procmond-a procmond-b netmond stopped-1
                    """)
    void aLineNamesAnActionAndItsTargets(String line, CollectorAction action, String ids) {
        assertThat(parse(line)).isEqualTo(new Parsed.Act(action, List.of(ids.split(" "))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    open calls               | OPEN   | calls
                    open fleet               | OPEN   | fleet
                    open procmond-a          | OPEN   | collector:procmond-a
                    theme light              | THEME  | light
                    find state:failed web    | FIND   | state:failed web
                    find                     | FIND   | ''
                    keys                     | KEYS   | ''
                    help                     | KEYS   | ''
                    config netmond           | CONFIG | netmond
                    config netmond netmond   | CONFIG | netmond
                    config type:network      | CONFIG | netmond
                    """)
    void theRestGoesSomewhere(String line, Command command, String argument) {
        assertThat(parse(line)).isEqualTo(new Parsed.Do(command, argument));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    restart                  | On which collectors?
                    restart procmond         | No collector is called procmond.
                    restart netmond gone     | No collector is called gone.
                    restart label:eu         | Collectors have no labels.
                    restart colour:red       | colour: is no token.
                    restart state:sideways   | sideways is no state. There are: degraded,
                    restart state:st         | st could be starting, stopped, stopping.
                    restart state:           | What follows state: is missing.
                    restart :                | : is no token.
                    stop type:file           | No collector fits all of this.
                    resart netmond           | resart is no command. Did you mean restart?
                    frobnicate netmond       | frobnicate is no command. Press
                    theme                    | Write theme dark or theme light.
                    theme purple             | Write theme dark
                    open                     | Write fleet, calls
                    open nowhere             | Write fleet, calls
                    open calls fleet         | Write fleet, calls
                    keys please              | Nothing follows keys.
                    config                   | Write the id of one collector
                    config netmond gone      | No collector is called gone.
                    """)
    void aMistakeIsSaidPlainly(String line, String beginning) {
        assertThat(parse(line)).isInstanceOf(Parsed.Wrong.class);
        assertThat(((Parsed.Wrong) parse(line)).why()).startsWith(beginning);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n", "\u202e\u0000\u200b"})
    void nothingIsNothing(String line) {
        assertThat(parse(line)).isEqualTo(new Parsed.Nothing());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "restart {0}",
                "{0,choice,1#x} netmond",
                "restart '",
                "restart %s%n",
                "restart ../../etc",
                "restart \u202edonmten",
                "restart netmond\u0000; stop netmond",
                "restart netmond --force",
                "restart ::",
                "restart state:running:stopped",
                "\ud800 netmond",
                "restart \ud83d\ude00"
            })
    void hostileTextIsAPlainMistake(String line) {
        assertThat(parse(line)).isInstanceOf(Parsed.Wrong.class);
        assertThat(((Parsed.Wrong) parse(line)).why().codePoints())
                .noneMatch(each -> Character.getType(each) == Character.FORMAT || each < ' ');
    }

    @Test
    void endlessLinesAndPatternsEndSoon() {
        assertThat(parse("restart " + "x".repeat(10_000))).isInstanceOf(Parsed.Wrong.class);
        assertThat(parse("restart " + "*a".repeat(450))).isInstanceOf(Parsed.Wrong.class);
        assertThat(((Parsed.Wrong) parse("y".repeat(900))).why()).hasSizeLessThan(200);
    }

    @Test
    void nothingThatIsTypedEverThrows() {
        var random = new Random(7);
        var alphabet = "restart :*state {}'%\u202e\ud83d\ude00\tnetmond-";
        for (int round = 0; round < 20_000; round++) {
            var line = new StringBuilder();
            for (int at = random.nextInt(40); at > 0; at--) {
                line.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertThat(parse(line.toString())).isNotNull();
            assertThat(Completions.of(line.toString(), FLEET, CommandParserTest::offered))
                    .hasSizeLessThanOrEqualTo(Completions.MOST);
        }
    }

    @Test
    void aPatternMeansAnyTextAndAnIdOnlyItself() {
        assertThat(Targets.matches("a*b", "ab")).isTrue();
        assertThat(Targets.matches("a*b", "axxb")).isTrue();
        assertThat(Targets.matches("ab*b", "ab")).isFalse();
        assertThat(Targets.matches("*", "")).isTrue();
        assertThat(Targets.matches("*x*y*", "1x2y3")).isTrue();
        assertThat(Targets.matches("*y*x*", "1x2y3")).isFalse();
        assertThat(Targets.matches("a", "ab")).isFalse();
    }

    @Test
    void everyActionHasAVerbAndNoDisturbingOneHasAKey() {
        for (var action : CollectorAction.values()) {
            // A configuration is opened, not sent: its command carries no action.
            if (action.hasButton() && action != CollectorAction.CONFIGURE) {
                assertThat(Command.values())
                        .as(action.name())
                        .anyMatch(each -> each.action().filter(one -> one == action).isPresent());
            }
        }
        for (var command : Command.values()) {
            assertThat(command.label()).isNotBlank();
            assertThat(command.keys().isEmpty() && command.words().isEmpty()).isFalse();
            command.action()
                    .filter(
                            each ->
                                    each.operation().danger().compareTo(DangerClass.DISTURBING)
                                            >= 0)
                    .ifPresent(_ -> assertThat(command.keys()).isEmpty());
        }
    }

    private static boolean offered(Command command) {
        return !command.words().isEmpty();
    }

    private static Parsed parse(String line) {
        return CommandParser.parse(line, FLEET, CommandParserTest::offered);
    }
}
