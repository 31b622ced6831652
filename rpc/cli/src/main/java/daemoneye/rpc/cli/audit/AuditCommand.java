package daemoneye.rpc.cli.audit;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Stands before `tail`, `verify` and `export`.
@Command(
        name = "audit",
        description = "Shows who did what, and proves that the record of it is whole.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Example: daemoneye audit tail --failures"})
public final class AuditCommand implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do: tail, verify or export");
    }
}
