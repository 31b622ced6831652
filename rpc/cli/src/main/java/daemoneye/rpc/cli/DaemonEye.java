package daemoneye.rpc.cli;

import daemoneye.rpc.cli.option.ProgramVersion;
import daemoneye.rpc.cli.output.Colours;
import daemoneye.rpc.cli.run.Surroundings;
import daemoneye.rpc.collector.log.StderrLogging;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.util.List;

/// The `daemoneye` command: the one main class of the product.
@Command(
        name = "daemoneye",
        versionProvider = ProgramVersion.class,
        description = "Steers the collectors of one or many hosts.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Example: daemoneye fleet list",
            "Variables: DAEMONEYE_CONNECT is the broker unless --connect says so; NO_COLOR turns"
                    + " colours off;",
            "DAEMONEYE_DEBUG=1 shows where a failure comes from."
        })
public final class DaemonEye implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    DaemonEye() {}

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do");
    }

    /// A command line that understands these arguments, ready to execute.
    static CommandLine commandLine(Surroundings world, String... arguments) {
        var surroundings = world.coloured(Colours.of(List.of(arguments)));
        var line = new CommandLine(new DaemonEye());
        new CommandTable().addTo(line, surroundings, arguments);
        line.setExpandAtFiles(false);
        HelpTexts.complete(line, surroundings.terminal());
        new FailureHandlers(surroundings.terminal(), surroundings.environment()).addTo(line);
        return line;
    }

    /// Runs one command and ends the process with its exit code.
    public static void main(String[] args) {
        if (args.length > 0 && CommandTable.knows(args[0])) {
            // One line on standard error is all that a command logs, and it must start at once. The
            // window and daemons with a log file get the logging library.
            System.setProperty("slf4j.internal.verbosity", "WARN");
            StderrLogging.choose();
        }
        System.exit(commandLine(ThisProcess.surroundings(), args).execute(args));
    }
}
