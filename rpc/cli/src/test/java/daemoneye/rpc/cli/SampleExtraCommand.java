package daemoneye.rpc.cli;

import daemoneye.rpc.cli.option.ConnectOptions;
import daemoneye.rpc.cli.option.OutputOptions;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// A command as another module brings it: says what it was given.
@Command(name = "sample", mixinStandardHelpOptions = true, description = "Is there for a test.")
public final class SampleExtraCommand implements ExtraCommand {
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private ConnectOptions connect = new ConnectOptions();
    @Mixin private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() {
        spec.commandLine().getOut().println(connect.address() + " json=" + output.json());
        return 1;
    }
}
