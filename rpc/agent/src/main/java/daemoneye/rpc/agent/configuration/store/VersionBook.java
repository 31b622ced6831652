package daemoneye.rpc.agent.configuration.store;

import daemoneye.rpc.protocol.value.ConfigValue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All that is kept of one collector's settings. Immutable.
///
/// @param next the number of the next version; greater than every one before
/// @param versions oldest first, at least one, at most [#MOST]
/// @param pending names whose newest value waits for a restart, with the value that the process
///     runs with
public record VersionBook(
        long next, List<ConfigVersion> versions, Map<String, ConfigValue> pending) {
    /// Versions that are kept.
    public static final int MOST = 200;

    /// @throws IllegalArgumentException with a sentence, if the numbers do not grow
    public VersionBook {
        versions = List.copyOf(versions);
        pending = ConfigValue.copy(pending);
        if (versions.isEmpty() || versions.size() > MOST) {
            throw new IllegalArgumentException(
                    "there are 1 to %d versions, not %d".formatted(MOST, versions.size()));
        }
        long last = 0;
        for (var each : versions) {
            if (each.number() <= last) {
                throw new IllegalArgumentException(
                        "version %d follows version %d".formatted(each.number(), last));
            }
            last = each.number();
        }
        if (next <= last) {
            throw new IllegalArgumentException(
                    "the next version is %d, but there is %d".formatted(next, last));
        }
    }

    /// The first one: nothing was told.
    static VersionBook first(ConfigVersion version) {
        return new VersionBook(version.number() + 1, List.of(version), Map.of());
    }

    public ConfigVersion newest() {
        return versions.getLast();
    }

    public Optional<ConfigVersion> version(long number) {
        return versions.stream().filter(each -> each.number() == number).findFirst();
    }

    /// With one more version, and without the oldest if there are too many.
    ///
    /// @param version has the number [#next()]
    /// @param livedMs how long the newest so far was that
    public VersionBook with(ConfigVersion version, long livedMs) {
        var more = new ArrayList<>(versions);
        more.set(more.size() - 1, newest().over(livedMs));
        more.add(version);
        var kept = more.subList(Math.max(0, more.size() - MOST), more.size());
        return new VersionBook(version.number() + 1, kept, pending);
    }

    /// With other values that wait for a restart.
    public VersionBook waiting(Map<String, ConfigValue> names) {
        return new VersionBook(next, versions, new LinkedHashMap<>(names));
    }

    /// Without its older half, but never without the newest.
    VersionBook shortened() {
        return new VersionBook(
                next, versions.subList(versions.size() / 2, versions.size()), pending);
    }

    /// With a greater number for the next version.
    VersionBook goingOnFrom(long number) {
        return new VersionBook(Math.max(next, number), versions, pending);
    }
}
