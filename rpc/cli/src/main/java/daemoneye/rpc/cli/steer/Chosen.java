package daemoneye.rpc.cli.steer;

import daemoneye.rpc.cli.option.CollectorIdReader;
import daemoneye.rpc.cli.option.IncarnationReader;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.id.Incarnation;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// The collectors that a command acts on, why, and how many at a time.
public final class Chosen {
    /// As many as the window acts on at a time.
    private static final int USUAL_WAVE = 5;

    private static final int MOST_WAVE = 50;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Parameters(
            arity = "1..*",
            paramLabel = "ID",
            converter = CollectorIdReader.class,
            description = "The collectors, e.g. procmond.")
    private List<CollectorId> ids = List.of();

    @Option(
            names = "--wave",
            paramLabel = "N",
            description =
                    "Of several: so many at a time, the next when all of these have ended. Default:"
                            + " 5.")
    private int wave = USUAL_WAVE;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; goes into the audit log.")
    private Optional<String> reason = Optional.empty();

    @Option(
            names = "--incarnation",
            paramLabel = "N",
            converter = IncarnationReader.class,
            description = "Only this life of it, never its successor; see fleet list --json.")
    private Optional<Incarnation> incarnation = Optional.empty();

    /// Made by picocli.
    public Chosen() {}

    /// In the order in which they were named.
    ///
    /// @throws ParameterException if what was said makes no sense together
    List<CollectorId> ids() {
        if (new HashSet<>(ids).size() < ids.size()) {
            throw usage("a collector is named twice: name each once");
        }
        if (ids.size() > 1 && incarnation.isPresent()) {
            throw usage("--incarnation is the life of one collector: name one");
        }
        if (wave < 1 || wave > MOST_WAVE) {
            throw usage("--wave is 1 to %d, not %d".formatted(MOST_WAVE, wave));
        }
        return List.copyOf(ids);
    }

    int wave() {
        return wave;
    }

    Optional<String> reason() {
        return reason;
    }

    Optional<Incarnation> incarnation() {
        return incarnation;
    }

    private ParameterException usage(String sentence) {
        return new ParameterException(command.commandLine(), sentence);
    }
}
