package daemoneye.rpc.cli.daemon;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Tokens: what people and programs prove to a broker.
@Command(name = "token", description = "Makes tokens, which people and programs prove to a broker.")
public final class TokenCommand implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    /// Made by the table of commands.
    public TokenCommand() {}

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do with tokens");
    }
}
