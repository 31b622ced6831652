package daemoneye.rpc.cli.manual;

import daemoneye.rpc.cli.option.ExitCode;
import daemoneye.rpc.cli.option.WordReader;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/// Prints what a shell needs to complete our commands.
@Command(
        name = "completion",
        description = {
            "Prints a script with which a shell completes commands, options and known values."
        },
        footer = {
            "",
            "Examples:",
            "  source <(daemoneye completion bash)",
            "  daemoneye completion zsh > ~/.zfunc/_daemoneye",
            "  daemoneye completion fish > ~/.config/fish/completions/daemoneye.fish",
            "Packages bring it along: then nothing needs to be done."
        })
public final class CompletionCommand implements Callable<Integer> {
    private final Supplier<CommandLine> whole;
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "SHELL",
            converter = ShellReader.class,
            description = "bash, zsh or fish.")
    private Shell shell = Shell.BASH;

    /// @param whole makes the command line with all its subcommands
    public CompletionCommand(Supplier<CommandLine> whole) {
        this.whole = whole;
    }

    /// Reads the name of a shell.
    static final class ShellReader extends WordReader<Shell> {
        ShellReader() {
            super(List.of(Shell.values()));
        }
    }

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(shell.completion(whole.get()));
        spec.commandLine().getOut().flush();
        return ExitCode.DONE.number();
    }
}
