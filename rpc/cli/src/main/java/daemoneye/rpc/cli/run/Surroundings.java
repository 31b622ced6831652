package daemoneye.rpc.cli.run;

import daemoneye.rpc.cli.link.Links;
import daemoneye.rpc.cli.link.Plumbing;
import daemoneye.rpc.cli.output.Colours;
import daemoneye.rpc.cli.output.Terminal;
import daemoneye.rpc.protocol.time.Ticker;

import picocli.CommandLine.Model.CommandSpec;

import java.io.InputStream;
import java.util.Map;

/// What a command needs of the world around it.
///
/// @param links to brokers, for commands that ask
/// @param plumbing for commands that are brokers or agents themselves
/// @param input what is piped into the command
public record Surroundings(
        Links links,
        Plumbing plumbing,
        Ticker ticker,
        Terminal terminal,
        Map<String, String> environment,
        InputStream input) {
    public Surroundings {
        environment = Map.copyOf(environment);
    }

    /// The same, with colours as the arguments of a command say.
    public Surroundings coloured(Colours choice) {
        return new Surroundings(links, plumbing, ticker, terminal.with(choice), environment, input);
    }

    /// Where the command tells what it found.
    public Report report(CommandSpec spec, boolean json) {
        var line = spec.commandLine();
        return new Report(line.getOut(), line.getErr(), terminal, json);
    }
}
