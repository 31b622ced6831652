package daemoneye.rpc.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The `daemoneye` command: the one main class of the product.
///
/// Exit codes are those of picocli: 0 done, 1 failed, 2 not understood.
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

    /// Runs one command and ends the process with its exit code.
    public static void main(String[] args) {
        System.exit(new CommandLine(new DaemonEye()).execute(args));
    }
}
