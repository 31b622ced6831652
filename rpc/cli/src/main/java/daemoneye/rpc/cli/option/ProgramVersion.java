package daemoneye.rpc.cli.option;

import picocli.CommandLine.IVersionProvider;

import java.util.Optional;

/// The version that the build wrote into the jar; `development` when run from class files.
public final class ProgramVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"daemoneye " + text(), "Java " + Runtime.version()};
    }

    /// As brokers and clients tell it to each other.
    public static String text() {
        return Optional.ofNullable(ProgramVersion.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
