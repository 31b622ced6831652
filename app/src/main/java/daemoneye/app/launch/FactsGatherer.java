package daemoneye.app.launch;

import daemoneye.app.about.ThisProgram;
import daemoneye.app.diagnostics.CallFact;
import daemoneye.app.diagnostics.Facts;
import daemoneye.app.diagnostics.RecentLog;
import daemoneye.app.profile.Profile;
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
import java.util.Optional;

/// Gathers what goes into a diagnostics bundle. Reads a few small files.
final class FactsGatherer {
    private static final long MOST_TOKENS = 256 * 1024L;

    private FactsGatherer() {}

    /// @param profile in use
    /// @param snapshot of its fleet, if there is a broker to ask
    static Facts gather(
            Ticker ticker,
            ConsoleSettings settings,
            Profile profile,
            Optional<FleetSnapshot> snapshot,
            List<CallFact> calls) {
        return new Facts(
                ticker.now(),
                ThisProgram.about(),
                settings,
                profile.name() + ": " + profile.where().text(),
                snapshot,
                calls,
                RecentLog.lines(),
                ManagementFactory.getRuntimeMXBean().getInputArguments(),
                System.getenv(),
                tokens(settings));
    }

    private static List<String> tokens(ConsoleSettings settings) {
        var lines = new ArrayList<String>();
        for (var profile : SavedProfiles.read(settings.profiles())) {
            if (profile.where() instanceof Where.Tcp(_, _, var file, _)) {
                file.ifPresent(each -> lines.addAll(lines(each)));
            }
        }
        Optional.ofNullable(System.getenv("DAEMONEYE_TOKEN_FILE"))
                .ifPresent(each -> lines.addAll(lines(Path.of(each))));
        return lines;
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
