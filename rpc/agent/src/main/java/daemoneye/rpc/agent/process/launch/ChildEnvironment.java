package daemoneye.rpc.agent.process.launch;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The environment of a child: only names from a list, from us and from whoever asked. Names that
/// steer loaders, Java or shells (`LD_PRELOAD`, `JAVA_TOOL_OPTIONS`, `BASH_ENV` …) are on no list.
public final class ChildEnvironment {
    /// What a request may set.
    public static final String ALLOWED = "DAEMONEYE_*, LANG, LC_* and TZ";

    /// Most characters of a value that a request sets.
    public static final int MAX_VALUE = 4096;

    private static final Pattern REQUESTED =
            Pattern.compile("DAEMONEYE_[A-Z0-9_]{1,64}|LANG|LC_[A-Z]{1,32}|TZ");

    // They steer the start script, the places of files and who we are: not for those who call.
    private static final Set<String> RESERVED =
            Set.of("DAEMONEYE_JAVA_OPTS", "DAEMONEYE_HOME", "DAEMONEYE_TOKEN_FILE");

    // What a Java process needs to find files, folders and words on each system.
    private static final Pattern INHERITED =
            Pattern.compile(
                    "PATH|HOME|USER|LOGNAME|LANG|LC_[A-Z]+|TZ|TMPDIR|DAEMONEYE_HOME|DAEMONEYE_TOKEN_FILE"
                        + "|XDG_RUNTIME_DIR|XDG_CONFIG_HOME|XDG_STATE_HOME|HOSTNAME|COMPUTERNAME"
                        + "|SYSTEMROOT|SYSTEMDRIVE|WINDIR|TEMP|TMP|USERPROFILE|USERNAME"
                        + "|APPDATA|LOCALAPPDATA|PROGRAMDATA");

    private ChildEnvironment() {}

    /// What is wrong with one variable of a request, if anything: a sentence for people.
    public static Optional<String> fault(String name, String value) {
        if (!REQUESTED.matcher(name).matches() || RESERVED.contains(name)) {
            return Optional.of(
                    "the environment variable %s may not be set: only %s may"
                            .formatted(shown(name), ALLOWED));
        }
        if (value.length() > MAX_VALUE || value.chars().anyMatch(Character::isISOControl)) {
            return Optional.of(
                    "the environment variable %s needs at most %d characters, no control characters"
                            .formatted(name, MAX_VALUE));
        }
        return Optional.empty();
    }

    /// The whole environment of a child: what of ours it may see, and what was asked for.
    static Map<String, String> of(Map<String, String> ours, Map<String, String> requested) {
        var environment = new TreeMap<String, String>();
        ours.forEach(
                (name, value) -> {
                    if (INHERITED.matcher(name.toUpperCase(Locale.ROOT)).matches()) {
                        environment.put(name, value);
                    }
                });
        requested.forEach(
                (name, value) -> {
                    if (fault(name, value).isEmpty()) {
                        environment.put(name, value);
                    }
                });
        return environment;
    }

    private static String shown(String name) {
        var safe = name.replaceAll("[^A-Za-z0-9_]", "?");
        return safe.length() <= 64 ? safe : safe.substring(0, 61) + "...";
    }
}
