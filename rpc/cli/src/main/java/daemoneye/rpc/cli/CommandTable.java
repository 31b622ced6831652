package daemoneye.rpc.cli;

import daemoneye.rpc.cli.bench.BenchCommand;
import daemoneye.rpc.cli.bench.design.DesignCommand;
import daemoneye.rpc.cli.call.CallCommand;
import daemoneye.rpc.cli.daemon.AgentCommand;
import daemoneye.rpc.cli.daemon.BrokerCommand;
import daemoneye.rpc.cli.daemon.CollectorCommand;
import daemoneye.rpc.cli.fleet.FleetCommand;
import daemoneye.rpc.cli.fleet.FleetListCommand;
import daemoneye.rpc.cli.fleet.FleetWatchCommand;
import daemoneye.rpc.cli.run.Surroundings;
import daemoneye.rpc.cli.steer.CapabilitiesCommand;
import daemoneye.rpc.cli.steer.HealthCommand;
import daemoneye.rpc.cli.steer.LifecycleCommand;
import daemoneye.rpc.protocol.operation.CollectorOperation;

import picocli.CommandLine;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Function;

/// The subcommands by name, in the order in which help lists them.
///
/// A command that is not asked for is not even loaded: a tool that scripts call in loops must start
/// at once.
final class CommandTable {
    private final Map<String, Function<Surroundings, Object>> commands = new LinkedHashMap<>();

    /// Whether `name` is a command of ours, and not of another module.
    static boolean knows(String name) {
        return new CommandTable().commands.containsKey(name);
    }

    CommandTable() {
        commands.put("broker", BrokerCommand::new);
        commands.put("agent", AgentCommand::new);
        commands.put("collector", CollectorCommand::new);
        commands.put("fleet", CommandTable::fleet);
        commands.put("health", HealthCommand::new);
        commands.put("capabilities", CapabilitiesCommand::new);
        lifecycle(CollectorOperation.START, "started", "Starts a collector.");
        lifecycle(CollectorOperation.STOP, "stopped", "Stops a collector cleanly.");
        lifecycle(CollectorOperation.RESTART, "restarted", "Stops a collector and starts it anew.");
        lifecycle(CollectorOperation.PAUSE, "paused", "Lets a collector gather nothing for now.");
        lifecycle(CollectorOperation.RESUME, "resumed", "Lets a paused collector gather again.");
        commands.put("call", CallCommand::new);
        commands.put("bench", CommandTable::bench);
    }

    /// Adds the command that the arguments begin with; all, if they begin with none of ours.
    void addTo(CommandLine line, Surroundings surroundings, String... arguments) {
        var first = arguments.length == 0 ? "" : arguments[0];
        if (commands.containsKey(first)) {
            add(line, first, surroundings);
            return;
        }
        commands.keySet().forEach(name -> add(line, name, surroundings));
        ServiceLoader.load(ExtraCommand.class).forEach(line::addSubcommand);
    }

    private void add(CommandLine line, String name, Surroundings surroundings) {
        var made = commands.get(name);
        if (made != null) {
            line.addSubcommand(name, made.apply(surroundings));
        }
    }

    private static Object fleet(Surroundings surroundings) {
        return new CommandLine(new FleetCommand())
                .addSubcommand(new FleetListCommand(surroundings))
                .addSubcommand(new FleetWatchCommand(surroundings));
    }

    private static Object bench(Surroundings surroundings) {
        return new CommandLine(new BenchCommand(surroundings))
                .addSubcommand(new DesignCommand(surroundings));
    }

    private void lifecycle(CollectorOperation operation, String doneWord, String description) {
        var name = operation.designName().toLowerCase(Locale.ROOT);
        commands.put(
                name,
                surroundings -> {
                    var command = new LifecycleCommand(operation, doneWord, surroundings);
                    var line = new CommandLine(command);
                    line.getCommandSpec()
                            .usageMessage()
                            .description(description)
                            .footer("", "Example: daemoneye " + name + " procmond");
                    return line;
                });
    }
}
