package daemoneye.rpc.cli.daemon;

import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.Optional;

/// Where a daemon writes what happens to it.
final class LogOptions {
    @Option(
            names = "--log",
            paramLabel = "FILE",
            description = "Append what happens to this file. Else only trouble, on standard error.")
    private Optional<Path> file = Optional.empty();

    /// To be called before anything logs: the log is set up once, at its first line.
    void apply() {
        file.ifPresent(
                path -> {
                    // Undoes the choice of the small logger, which knows no files.
                    System.clearProperty("slf4j.provider");
                    System.setProperty("daemoneye.log", path.toAbsolutePath().toString());
                    System.setProperty("logback.configurationFile", "daemoneye-log-file.xml");
                });
    }

    /// What is wrong with the file, if anything.
    Optional<String> fault() {
        return file.flatMap(LogFile::fault);
    }
}
