package daemoneye.rpc.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// How daemons begin and end, and what they say when they cannot.
@DisabledOnOs(OS.WINDOWS)
@Timeout(240)
class DaemonsEndToEndTest {
    /// Collectors leave this fast when their agent is gone.
    private static final long LEAVE_SECONDS = 5;

    @TempDir Path home;

    @Test
    void whenTheAgentIsKilledItsCollectorsLeave() throws Exception {
        try (var desk = new Desk(home)) {
            var one = process(Desk.number(desk.awaitWell("procmond"), "pid"));
            var other = process(Desk.number(desk.awaitWell("perfmond"), "pid"));
            desk.agent.signal("KILL");

            one.onExit().get(LEAVE_SECONDS, TimeUnit.SECONDS);
            other.onExit().get(LEAVE_SECONDS, TimeUnit.SECONDS);
            assertThat(desk.run("fleet", "list").out()).contains("No agent is connected");
        }
    }

    @Test
    void allEndsCleanlyWhenAskedTo() throws Exception {
        try (var desk = new Desk(home)) {
            var collector = process(Desk.number(desk.awaitWell("procmond"), "pid"));
            desk.agent.signal("TERM");
            assertThat(desk.agent.exit()).isZero();
            collector.onExit().get(LEAVE_SECONDS, TimeUnit.SECONDS);

            desk.broker.signal("INT");
            assertThat(desk.broker.exit()).isZero();
            assertThat(home.resolve("run/broker.sock")).doesNotExist();
            var list = desk.run("fleet", "list", "--json");
            assertThat(list.exit()).isEqualTo(3);
            assertThat(list.out()).contains("NOT_CONNECTED");
            assertThat(list.err()).isEmpty();
        }
    }

    @Test
    void aPortInUseIsSaidInOneSentence() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var address = "tcp:127.0.0.1:" + taken.getLocalPort();
            var broker = Program.run(home, "broker", "--listen", address);

            assertThat(broker.exit()).isEqualTo(1);
            assertThat(broker.err())
                    .startsWith("daemoneye: Somebody is already listening at " + address)
                    .doesNotContain("Exception", "\tat ");
        }
    }

    @Test
    void whatADeadBrokerLeftBehindIsNoHindrance() throws Exception {
        try (var dead = Program.start(home, "broker")) {
            dead.line();
            dead.signal("KILL");
            dead.exit();
        }
        assertThat(home.resolve("run/broker.sock")).exists();
        assertThat(Program.run(home, "fleet", "list").exit()).isEqualTo(3);

        try (var next = Program.start(home, "broker")) {
            assertThat(next.line()).startsWith("Broker listens at");
            assertThat(Program.run(home, "fleet", "list").exit()).isZero();
            var second = Program.run(home, "broker");
            assertThat(second.exit()).isEqualTo(1);
            assertThat(second.err()).contains("already listening");
        }
    }

    @Test
    void aPlaceWhereNoSocketCanBeMadeIsNamed() throws Exception {
        var file = Files.writeString(home.resolve("file"), "");
        var broker = Program.run(home, "broker", "--listen", "unix:" + file.resolve("b.sock"));

        assertThat(broker.exit()).isEqualTo(1);
        assertThat(broker.err()).contains(file.toString()).doesNotContain("\tat ");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFolderInWhichNobodyMayWriteIsNamed() throws Exception {
        var broker = Program.run(home, "broker", "--listen", "unix:/proc/daemoneye/b.sock");
        assertThat(broker.exit()).isEqualTo(1);
        assertThat(broker.err()).contains("/proc").doesNotContain("\tat ");

        var log = Program.run(home, "broker", "--log", "/proc/daemoneye.log");
        assertThat(log.exit()).isEqualTo(2);
        assertThat(log.err()).contains("/proc/daemoneye.log cannot be written");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aPayloadThatCannotBeReadIsNamed() throws Exception {
        var call = Program.run(home, "call", "Start", "procmond", "--payload", "@/proc/self/mem");

        assertThat(call.exit()).isEqualTo(2);
        assertThat(call.err()).contains("/proc/self/mem cannot be read").doesNotContain("\tat ");
    }

    @Test
    void aBrokerOfAnotherVersionIsSaidToBeOne() throws Exception {
        try (var other = OddBroker.ofVersion(9)) {
            var list = Program.run(home, "fleet", "list", "--connect", other.address());

            assertThat(list.exit()).isEqualTo(3);
            assertThat(list.err()).contains("version 9").doesNotContain("\tat ");
        }
    }

    @Test
    void whatIsNoBrokerAtAllIsSaidToBeNone() throws Exception {
        try (var other = OddBroker.saying("HTTP/1.1 400 Bad Request\r\n\r\n")) {
            var list = Program.run(home, "fleet", "list", "--connect", other.address());

            assertThat(list.exit()).isEqualTo(3);
            assertThat(list.err()).startsWith("daemoneye: ").doesNotContain("\tat ");
        }
    }

    @Test
    void anAgentWithoutABrokerGivesUpAndSaysSo() throws Exception {
        var agent = Program.run(home, "agent", "--connect", "tcp:127.0.0.1:1");

        assertThat(agent.exit()).isEqualTo(3);
        assertThat(agent.err()).contains("tcp:127.0.0.1:1").doesNotContain("\tat ");
    }

    @Test
    void aCollectorRunsByHandAndIsTakenIn() throws Exception {
        try (var desk = new Desk(home);
                var collector =
                        Program.start(
                                home, "collector", "--id", "mine", "--type", "process-monitor")) {
            var row = desk.awaitWell("mine");
            assertThat(Desk.number(row, "pid")).isEqualTo(collector.pid());
            collector.signal("TERM");
            assertThat(collector.exit()).isZero();
        }
    }

    @Test
    void theAddressMayComeFromTheEnvironmentAndTheLogGoesToItsFile() throws Exception {
        var log = home.resolve("broker.log");
        try (var broker =
                Program.start(
                        home, "broker", "--listen", "tcp:127.0.0.1:0", "--log", log.toString())) {
            var address = broker.line().replaceAll(".*(tcp:[0-9.:]+)\\.$", "$1");
            var list = Program.start(home, Map.of("DAEMONEYE_CONNECT", address), "fleet", "list");

            assertThat(list.exit()).as("%s", list).isZero();
            assertThat(log).content().contains("listening at [" + address + "]");
            assertThat(broker.err()).isEmpty();
        }
    }

    private static ProcessHandle process(long pid) {
        return ProcessHandle.of(pid).orElseThrow();
    }
}
