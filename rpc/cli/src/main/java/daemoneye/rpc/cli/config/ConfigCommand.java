package daemoneye.rpc.cli.config;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Stands before `get`, `diff`, `validate`, `apply`, `history` and `rollback`.
@Command(
        name = "config",
        description = "Shows and changes the settings of a collector.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Example: daemoneye config apply procmond scan_interval_ms=2000"})
public final class ConfigCommand implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "say what to do: get, diff, validate, apply, history or rollback");
    }
}
