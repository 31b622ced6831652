package daemoneye.app.diagnostics;

import daemoneye.app.about.ThisProgram;
import daemoneye.app.profile.SavedProfiles;
import daemoneye.app.profile.Where;
import daemoneye.app.settings.ConsoleSettings;
import daemoneye.rpc.client.fleet.FleetSnapshot;
import daemoneye.rpc.protocol.time.Ticker;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Gathers what goes into a diagnostics bundle. Reads a few small files.
///
/// @param environment of this process
/// @param tokenFile of the connection in use, beside those of the settings and the environment
public record FactsGatherer(
        Ticker ticker, Map<String, String> environment, Optional<Path> tokenFile) {
    private static final long MOST_TOKENS = 256 * 1024L;

    public FactsGatherer {
        environment = Map.copyOf(environment);
    }

    /// @param connection the name of the one in use, and where it leads
    /// @param snapshot of its fleet, if there is a broker to ask
    /// @param calls what this process asked for
    public Facts gather(
            ConsoleSettings settings,
            String connection,
            Optional<FleetSnapshot> snapshot,
            List<CallFact> calls) {
        return new Facts(
                ticker.now(),
                ThisProgram.about(),
                settings,
                connection,
                snapshot,
                calls,
                RecentLog.lines(),
                ManagementFactory.getRuntimeMXBean().getInputArguments(),
                environment,
                tokens(settings));
    }

    private List<String> tokens(ConsoleSettings settings) {
        var lines = new ArrayList<String>();
        for (var profile : SavedProfiles.read(settings.profiles())) {
            tokenFile(profile.where()).ifPresent(each -> lines.addAll(lines(each)));
        }
        tokenFile.ifPresent(each -> lines.addAll(lines(each)));
        Optional.ofNullable(environment.get("DAEMONEYE_TOKEN_FILE"))
                .ifPresent(each -> lines.addAll(lines(Path.of(each))));
        return lines;
    }

    /// The one whose token opens the connection.
    public static Optional<Path> tokenFile(Where where) {
        return where instanceof Where.Tcp(_, _, var file, _) ? file : Optional.empty();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) <= MOST_TOKENS
                    ? Files.readAllLines(file)
                    : List.of();
        } catch (IOException e) {
            // What cannot be read here cannot have got into our texts either.
            return List.of();
        }
    }
}
