package daemoneye.rpc.cli.config;

import picocli.CommandLine.Option;

import java.util.Optional;
import java.util.OptionalLong;

/// How a change is to be made.
public final class ChangeOptions {
    @Option(
            names = "--expect",
            paramLabel = "VERSION",
            description = "Change nothing if the settings have another version by now.")
    private Optional<Long> expected = Optional.empty();

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the history.")
    private Optional<String> reason = Optional.empty();

    @Option(names = "--restart", description = "Restart the collector for settings that need it.")
    private boolean restart;

    @Option(
            names = "--no-rollback",
            description = "Leave the new settings in place if they cannot be applied.")
    private boolean noRollback;

    OptionalLong expected() {
        return expected.map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    Optional<String> reason() {
        return reason;
    }

    boolean restart() {
        return restart;
    }

    boolean rollback() {
        return !noRollback;
    }
}
