package daemoneye.rpc.cli.option;

import picocli.CommandLine.Option;

/// How a command tells what it found.
public final class OutputOptions {
    @Option(
            names = "--json",
            description = "Print one JSON document and nothing else, for scripts. Errors too.")
    private boolean json;

    /// Whether a script reads the output.
    public boolean json() {
        return json;
    }
}
