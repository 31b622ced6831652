package daemoneye.rpc.cli.fleet;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Stands before `list` and `watch`.
@Command(
        name = "fleet",
        description = "Shows the whole fleet.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Example: daemoneye fleet list"})
public final class FleetCommand implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what of the fleet: list or watch");
    }
}
