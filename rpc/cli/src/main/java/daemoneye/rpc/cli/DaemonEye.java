package daemoneye.rpc.cli;

import daemoneye.rpc.cli.option.ProgramVersion;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.util.ServiceLoader;

/// The `daemoneye` command: the one main class of the product.
@Command(
        name = "daemoneye",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        description = "Steers the collectors of one or many hosts.")
public final class DaemonEye implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    DaemonEye() {}

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do.");
    }

    /// The whole command line, ready to execute.
    static CommandLine commandLine() {
        var line = new CommandLine(new DaemonEye());
        ServiceLoader.load(ExtraCommand.class).forEach(line::addSubcommand);
        return line;
    }

    /// Runs one command and ends the process with its exit code.
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }
}
