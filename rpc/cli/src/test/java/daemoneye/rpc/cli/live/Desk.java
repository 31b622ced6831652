package daemoneye.rpc.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.protocol.value.ConfigValue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// A broker, and an agent with two real collectors, each a process of its own.
public final class Desk implements AutoCloseable {
    private static final int MOST_LOOKS = 60;

    final Path home;
    final Program broker;
    final Program agent;

    /// Returns when both daemons have said that they are there.
    Desk(Path home) throws Exception {
        this(home, "procmond,perfmond");
    }

    /// @param collectors as `agent --collectors` takes them
    Desk(Path home, String collectors) throws Exception {
        this.home = home;
        broker = Program.start(home, "broker");
        assertThat(broker.line()).startsWith("Broker listens at unix:" + home);
        agent = Program.start(home, "agent", "--id", "desk", "--collectors", collectors);
        assertThat(agent.line()).startsWith("Agent desk runs ");
    }

    /// Runs one command to its end.
    Program run(String... arguments) throws InterruptedException {
        return Program.run(home, arguments);
    }

    /// A collector as `fleet list` shows it.
    Map<String, ConfigValue> look(String id) throws InterruptedException {
        var list = run("fleet", "list", "--json");
        assertThat(list.exit()).as("%s", list).isZero();
        var collectors = (ConfigValue.Items) list.document().entries().get("collectors");
        return collectors.values().stream()
                .map(each -> ((ConfigValue.Table) each).entries())
                .filter(each -> each.get("collector_id").equals(ConfigValue.of(id)))
                .findFirst()
                .orElse(Map.of());
    }

    /// Looks until it is as it should be; each look is a process, so this does not spin.
    Map<String, ConfigValue> await(String id, Predicate<Map<String, ConfigValue>> right)
            throws InterruptedException {
        var seen = Optional.<Map<String, ConfigValue>>empty();
        for (int i = 0; i < MOST_LOOKS; i++) {
            var now = look(id);
            if (right.test(now)) {
                return now;
            }
            seen = Optional.of(now);
        }
        throw new AssertionError(id + " never was as expected, at last " + seen);
    }

    /// Waits until a collector runs and is healthy.
    Map<String, ConfigValue> awaitWell(String id) throws InterruptedException {
        return await(id, row -> is(row, "state", "running") && is(row, "health", "healthy"));
    }

    static boolean is(Map<String, ConfigValue> row, String field, String value) {
        return ConfigValue.of(value).equals(row.get(field));
    }

    static long number(Map<String, ConfigValue> row, String field) {
        return ((ConfigValue.Whole) row.get(field)).value();
    }

    @Override
    public void close() {
        agent.close();
        broker.close();
    }
}
