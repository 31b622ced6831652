package daemoneye.rpc.cli;

import picocli.CommandLine.IVersionProvider;

import java.util.Optional;

/// The version that the build wrote into the jar; `development` when run from class files.
final class ProgramVersion implements IVersionProvider {
    ProgramVersion() {}

    @Override
    public String[] getVersion() {
        String version =
                Optional.ofNullable(ProgramVersion.class.getPackage().getImplementationVersion())
                        .orElse("development");
        return new String[] {"daemoneye " + version, "Java " + Runtime.version()};
    }
}
