package daemoneye.app.diagnostics;

import daemoneye.app.about.About;
import daemoneye.app.settings.ConsoleSettings;
import daemoneye.rpc.client.fleet.FleetSnapshot;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything that a bundle is made from, as it was at one moment, secrets and all.
///
/// @param settings as they are kept
/// @param connection the name of the one in use, and where it leads
/// @param snapshot empty if no broker could be asked
/// @param calls what this window asked for
/// @param log oldest line first
/// @param jvmArguments options of this process, as the JVM knows them
/// @param environment of this process: only the names of our own variables are kept
/// @param tokenLines of the files that hold tokens: so that they are found wherever they stand
public record Facts(
        Instant now,
        About about,
        ConsoleSettings settings,
        String connection,
        Optional<FleetSnapshot> snapshot,
        List<CallFact> calls,
        List<String> log,
        List<String> jvmArguments,
        Map<String, String> environment,
        List<String> tokenLines) {
    public Facts {
        calls = List.copyOf(calls);
        log = List.copyOf(log);
        jvmArguments = List.copyOf(jvmArguments);
        environment = Map.copyOf(environment);
        tokenLines = List.copyOf(tokenLines);
    }
}
