package daemoneye.rpc.cli;

import daemoneye.rpc.cli.manual.ManualFiles;
import daemoneye.rpc.cli.output.Colours;

import java.io.IOException;
import java.nio.file.Path;

/// Writes manual pages and shell completion for all commands there are on the class path.
///
/// Run by the build on the class path of the distribution: `WriteManual DIST/share`.
public final class WriteManual {
    private WriteManual() {}

    /// @param args the folder
    public static void main(String[] args) throws IOException {
        var surroundings = ThisProcess.surroundings().coloured(Colours.NEVER);
        new ManualFiles(DaemonEye.commandLine(surroundings), Path.of(args[0])).write();
    }
}
