package daemoneye.rpc.cli.option;

import daemoneye.rpc.protocol.operation.CollectorOperation;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.time.Duration;
import java.util.Optional;

/// How long to wait for an answer.
public final class TimeoutOption {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            converter = DurationReader.class,
            description = "How long to wait for the answer, e.g. 30s. Else the operation's own.")
    private Optional<Duration> wanted = Optional.empty();

    /// What was said, else the operation's standard.
    ///
    /// @throws ParameterException if it lies outside the operation's bounds
    public Duration of(CollectorOperation operation) {
        return of(operation, operation.timeout().standard());
    }

    /// What was said, else `usual`.
    ///
    /// @throws ParameterException if it lies outside the operation's bounds
    public Duration of(CollectorOperation operation, Duration usual) {
        var bounds = operation.timeout();
        wanted.filter(time -> !bounds.allows(time))
                .ifPresent(
                        time -> {
                            throw new ParameterException(
                                    command.commandLine(),
                                    "%s may take %d to %d s, not %s"
                                            .formatted(
                                                    operation.designName(),
                                                    bounds.least().toSeconds(),
                                                    bounds.most().toSeconds(),
                                                    text(time)));
                        });
        return wanted.orElse(usual);
    }

    private static String text(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }
}
