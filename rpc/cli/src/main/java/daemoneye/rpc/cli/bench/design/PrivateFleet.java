package daemoneye.rpc.cli.bench.design;

import daemoneye.rpc.cli.json.BadJson;
import daemoneye.rpc.cli.json.JsonInput;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.value.ConfigValue;
import daemoneye.rpc.transport.wire.Address;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A broker, an agent and one real collector, each a process of its own and all in a folder that
/// goes with them: measuring disturbs nobody's fleet. Blocks.
final class PrivateFleet implements AutoCloseable {
    /// Looks at the machine, and changes nothing.
    static final CollectorId COLLECTOR = new CollectorId("perfmond");

    private static final long PATIENCE_SECONDS = 30;
    private static final String MAIN = "daemoneye.rpc.cli.DaemonEye";

    private final Path home;
    private final List<Process> processes = new ArrayList<>();
    private Address local = new Address.Memory("none");
    private int tcpPort;

    private PrivateFleet(Path home) {
        this.home = home;
    }

    /// Starts all three; the collector may still be on its way.
    ///
    /// @throws IOException with a sentence, if one of them cannot be started
    static PrivateFleet start() throws IOException {
        var fleet = new PrivateFleet(Files.createTempDirectory("daemoneye-design"));
        try {
            var socket = "unix:" + fleet.home.resolve("broker.sock");
            fleet.connectTo(
                    fleet.daemon("broker", "--listen", socket, "--listen", "tcp:127.0.0.1:0"));
            fleet.daemon(
                    "agent",
                    "--connect",
                    socket,
                    "--id",
                    "design",
                    "--collectors",
                    COLLECTOR.text());
            return fleet;
        } catch (IOException e) {
            fleet.close();
            throw e;
        }
    }

    /// The broker's Unix socket.
    Address local() {
        return local;
    }

    /// The broker's port on the loopback interface.
    int tcpPort() {
        return tcpPort;
    }

    long brokerPid() {
        return processes.getFirst().pid();
    }

    long agentPid() {
        return processes.getLast().pid();
    }

    private void connectTo(ConfigValue.Table document) throws IOException {
        if (!(document.entries().get("listening") instanceof ConfigValue.Items(var places))) {
            throw new IOException("the broker did not say where it listens");
        }
        for (var place : places) {
            switch (Address.parse(place.toString())) {
                case Address.Tcp(_, int port) -> tcpPort = port;
                case Address.UnixSocket socket -> local = socket;
                case Address.Memory _ -> {}
            }
        }
    }

    private ConfigValue.Table daemon(String... arguments) throws IOException {
        var builder = new ProcessBuilder(command(arguments));
        builder.environment().put("DAEMONEYE_HOME", home.toString());
        builder.redirectError(home.resolve(arguments[0] + ".log").toFile());
        var process = builder.start();
        processes.add(process);
        var line = process.inputReader().readLine();
        if (line == null) {
            throw new IOException(
                    "the %s did not start: %s"
                            .formatted(
                                    arguments[0],
                                    Files.readString(home.resolve(arguments[0] + ".log"))));
        }
        try {
            return (ConfigValue.Table) JsonInput.read(line);
        } catch (BadJson | ClassCastException e) {
            throw new IOException("the " + arguments[0] + " said something odd: " + line, e);
        }
    }

    /// The same Java, options and classes as this process.
    private static List<String> command(String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-XX:+UseSerialGC",
                        "-XX:+UseCompactObjectHeaders",
                        "-XX:TieredStopAtLevel=1",
                        "-Xms16m",
                        "-Xmx256m"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
        command.addAll(List.of(arguments));
        command.add("--json");
        return command;
    }

    /// Ends the agent with its collector, then the broker, and removes the folder.
    @Override
    public void close() {
        processes.reversed().forEach(PrivateFleet::end);
        try (Stream<Path> files = Files.walk(home)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException _) {
            // what is left lies in the system's folder for temporary files
        }
    }

    private static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
