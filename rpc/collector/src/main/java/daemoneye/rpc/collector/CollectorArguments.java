package daemoneye.rpc.collector;

import daemoneye.rpc.collector.capability.CollectorType;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.id.Incarnation;
import daemoneye.rpc.protocol.message.HeartbeatData;
import daemoneye.rpc.transport.wire.Address;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a collector process is started with:
///
/// ```
/// --id procmond --type process-monitor --connect ADDRESS [--agent AGENT_ID] [--incarnation N]
/// [--heartbeat-ms 1000] [--stay] [--config FILE.json] [--audit FOLDER] [--token-file FILE]
/// ```
///
/// @param incarnation if it is not said, the milliseconds of the wall clock: by hand, too, each
///     life is greater than the last
/// @param stay live on when standard input ends
/// @param config settings other than the usual
/// @param audit where its audit log is; the folder of this user, if it is not said
/// @param tokenFile the token to prove to the broker; else what `DAEMONEYE_TOKEN_FILE` says
public record CollectorArguments(
        CollectorId id,
        CollectorType type,
        Address broker,
        Optional<String> agentId,
        Incarnation incarnation,
        Duration heartbeat,
        boolean stay,
        Optional<Path> config,
        Optional<Path> audit,
        Optional<Path> tokenFile) {
    private static final String STAY = "--stay";
    private static final Set<String> WITH_VALUE =
            Set.of(
                    "--id",
                    "--type",
                    "--connect",
                    "--agent",
                    "--incarnation",
                    "--heartbeat-ms",
                    "--config",
                    "--audit",
                    "--token-file");
    private static final int LEAST_BEAT_MS = HeartbeatData.LEAST_INTERVAL_MS;
    private static final int MOST_BEAT_MS = HeartbeatData.MOST_INTERVAL_MS;

    /// Reads a command line. By hand: a library for it costs more than the rest of the start.
    ///
    /// @param now by the wall clock
    /// @throws IllegalArgumentException with one sentence that names the argument
    public static CollectorArguments parse(List<String> words, Instant now) {
        var values = new HashMap<String, String>();
        boolean stay = false;
        for (int at = 0; at < words.size(); at++) {
            var word = words.get(at);
            if (word.equals(STAY)) {
                stay = true;
            } else if (!WITH_VALUE.contains(word)) {
                throw refusal(
                        ("unknown argument \"%s\": use --id, --type, --connect, --agent,"
                             + " --incarnation, --heartbeat-ms, --config, --audit, --token-file and"
                             + " --stay")
                                .formatted(word));
            } else if (at + 1 == words.size()) {
                throw refusal(word + " needs a value after it");
            } else {
                values.put(word, words.get(++at));
            }
        }
        return of(values, stay, now);
    }

    private static CollectorArguments of(Map<String, String> values, boolean stay, Instant now) {
        return new CollectorArguments(
                new CollectorId(required(values, "--id", "e.g. procmond")),
                type(required(values, "--type", "one of " + CollectorKinds.names())),
                Address.parse(required(values, "--connect", "the address of a broker")),
                Optional.ofNullable(values.get("--agent")),
                new Incarnation(
                        number(values, "--incarnation", now.toEpochMilli(), 0, Long.MAX_VALUE)),
                Duration.ofMillis(
                        number(values, "--heartbeat-ms", 1_000, LEAST_BEAT_MS, MOST_BEAT_MS)),
                stay,
                path(values, "--config"),
                path(values, "--audit"),
                path(values, "--token-file"));
    }

    private static String required(Map<String, String> values, String name, String what) {
        var value = values.get(name);
        if (value == null) {
            throw refusal("%s is missing: give it %s".formatted(name, what));
        }
        return value;
    }

    private static CollectorType type(String name) {
        return CollectorKinds.type(name)
                .orElseThrow(
                        () ->
                                refusal(
                                        "\"%s\" is no type of collector: use one of %s"
                                                .formatted(name, CollectorKinds.names())));
    }

    private static long number(
            Map<String, String> values, String name, long usual, long least, long most) {
        var text = values.get(name);
        if (text == null) {
            return usual;
        }
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, like a number that is out of bounds
        }
        throw refusal(
                "%s is a whole number from %d to %d, not \"%s\""
                        .formatted(name, least, most, text));
    }

    private static Optional<Path> path(Map<String, String> values, String name) {
        var text = values.get(name);
        try {
            return Optional.ofNullable(text).map(Path::of);
        } catch (InvalidPathException e) {
            throw refusal("%s \"%s\" is not a path".formatted(name, text));
        }
    }

    private static IllegalArgumentException refusal(String sentence) {
        return new IllegalArgumentException(sentence);
    }
}
