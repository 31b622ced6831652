package daemoneye.rpc.cli;

import daemoneye.rpc.cli.audit.AuditCommand;
import daemoneye.rpc.cli.audit.AuditExportCommand;
import daemoneye.rpc.cli.audit.AuditTailCommand;
import daemoneye.rpc.cli.audit.AuditVerifyCommand;
import daemoneye.rpc.cli.bench.BenchCommand;
import daemoneye.rpc.cli.bench.design.DesignCommand;
import daemoneye.rpc.cli.call.CallCommand;
import daemoneye.rpc.cli.call.CancelCommand;
import daemoneye.rpc.cli.call.OutcomeCommand;
import daemoneye.rpc.cli.config.ConfigApplyCommand;
import daemoneye.rpc.cli.config.ConfigCommand;
import daemoneye.rpc.cli.config.ConfigDiffCommand;
import daemoneye.rpc.cli.config.ConfigExportCommand;
import daemoneye.rpc.cli.config.ConfigGetCommand;
import daemoneye.rpc.cli.config.ConfigHistoryCommand;
import daemoneye.rpc.cli.config.ConfigRollbackCommand;
import daemoneye.rpc.cli.daemon.AgentCommand;
import daemoneye.rpc.cli.daemon.BrokerCommand;
import daemoneye.rpc.cli.daemon.CollectorCommand;
import daemoneye.rpc.cli.daemon.NewTokenCommand;
import daemoneye.rpc.cli.daemon.TokenCommand;
import daemoneye.rpc.cli.fleet.FleetCommand;
import daemoneye.rpc.cli.fleet.FleetListCommand;
import daemoneye.rpc.cli.fleet.FleetWatchCommand;
import daemoneye.rpc.cli.manual.CompletionCommand;
import daemoneye.rpc.cli.run.Surroundings;
import daemoneye.rpc.cli.steer.CapabilitiesCommand;
import daemoneye.rpc.cli.steer.HealthCommand;
import daemoneye.rpc.cli.steer.LifecycleCommand;
import daemoneye.rpc.cli.steer.ShutdownCommand;
import daemoneye.rpc.protocol.operation.CollectorOperation;

import picocli.CommandLine;
import picocli.CommandLine.Command;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
        commands.put("token", CommandTable::token);
        commands.put("fleet", CommandTable::fleet);
        commands.put("health", HealthCommand::new);
        commands.put("capabilities", CapabilitiesCommand::new);
        lifecycle(CollectorOperation.START, "started", "Starts collectors.");
        lifecycle(CollectorOperation.STOP, "stopped", "Stops collectors cleanly.");
        lifecycle(
                CollectorOperation.RESTART, "restarted", "Stops collectors and starts them anew.");
        lifecycle(CollectorOperation.PAUSE, "paused", "Lets collectors gather nothing for now.");
        lifecycle(CollectorOperation.RESUME, "resumed", "Lets paused collectors gather again.");
        commands.put("config", CommandTable::config);
        commands.put("audit", CommandTable::audit);
        commands.put("shutdown", ShutdownCommand::new);
        commands.put("outcome", OutcomeCommand::new);
        commands.put("cancel", CancelCommand::new);
        commands.put("call", CallCommand::new);
        commands.put("bench", CommandTable::bench);
        commands.put("completion", CommandTable::completion);
    }

    /// Adds the command that the arguments begin with; all, if they begin with none of ours.
    void addTo(CommandLine line, Surroundings surroundings, String... arguments) {
        var first = arguments.length == 0 ? "" : arguments[0];
        if (commands.containsKey(first)) {
            add(line, first, surroundings);
            return;
        }
        var extra = extra(first);
        if (extra.isPresent()) {
            line.addSubcommand(extra.get());
            return;
        }
        commands.keySet().forEach(name -> add(line, name, surroundings));
        ServiceLoader.load(ExtraCommand.class).forEach(line::addSubcommand);
    }

    private static Optional<ExtraCommand> extra(String name) {
        return ServiceLoader.load(ExtraCommand.class).stream()
                .filter(each -> name.equals(nameOf(each.type())))
                .map(ServiceLoader.Provider::get)
                .findFirst();
    }

    private static String nameOf(Class<?> command) {
        var named = command.getAnnotation(Command.class);
        return named == null ? "" : named.name();
    }

    private void add(CommandLine line, String name, Surroundings surroundings) {
        var made = commands.get(name);
        if (made != null) {
            line.addSubcommand(name, made.apply(surroundings));
        }
    }

    private static Object token(Surroundings surroundings) {
        return new CommandLine(new TokenCommand()).addSubcommand(new NewTokenCommand(surroundings));
    }

    private static Object fleet(Surroundings surroundings) {
        return new CommandLine(new FleetCommand())
                .addSubcommand(new FleetListCommand(surroundings))
                .addSubcommand(new FleetWatchCommand(surroundings));
    }

    private static Object config(Surroundings surroundings) {
        var validate =
                named(
                        new ConfigApplyCommand(true, surroundings),
                        "Judges changes of settings and changes nothing.",
                        "daemoneye config validate procmond --file changes.json");
        var apply =
                named(
                        new ConfigApplyCommand(false, surroundings),
                        "Changes settings of a collector.",
                        "daemoneye config apply procmond scan_interval_ms=2000 --reason \"less"
                                + " load\"");
        return new CommandLine(new ConfigCommand())
                .addSubcommand(new ConfigGetCommand(surroundings))
                .addSubcommand(new ConfigDiffCommand(surroundings))
                .addSubcommand("validate", validate)
                .addSubcommand("apply", apply)
                .addSubcommand(new ConfigHistoryCommand(surroundings))
                .addSubcommand(new ConfigExportCommand(surroundings))
                .addSubcommand(new ConfigRollbackCommand(surroundings));
    }

    // For a class that serves several commands.
    private static CommandLine named(Object command, String description, String example) {
        var line = new CommandLine(command);
        line.getCommandSpec()
                .usageMessage()
                .description(description)
                .footer("", "Example: " + example);
        return line;
    }

    private static Object audit(Surroundings surroundings) {
        return new CommandLine(new AuditCommand())
                .addSubcommand(new AuditTailCommand(surroundings))
                .addSubcommand(new AuditVerifyCommand(surroundings))
                .addSubcommand(new AuditExportCommand(surroundings));
    }

    private static Object completion(Surroundings surroundings) {
        return new CompletionCommand(() -> DaemonEye.commandLine(surroundings));
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
                    return named(command, description, "daemoneye " + name + " procmond");
                });
    }
}
