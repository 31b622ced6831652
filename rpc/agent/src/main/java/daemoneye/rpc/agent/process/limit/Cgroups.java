package daemoneye.rpc.agent.process.limit;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Control groups, version 2, of our own: below the group of this process, or beside it where the
/// system gave us the parent, as systemd does for the services of a user. Whether we may is found
/// out by trying. Groups have names that begin with [#PREFIX] and the agent's id; what an agent
/// before left of them is removed.
final class Cgroups {
    static final String PREFIX = "daemoneye-";

    private static final Logger LOG = LoggerFactory.getLogger(Cgroups.class);
    private static final Path OWN = Path.of("/proc/self/cgroup");
    private static final Path MOUNTS = Path.of("/proc/self/mountinfo");
    private static final Pattern MOUNT =
            Pattern.compile("(?m)^\\S+ \\S+ \\S+ / (\\S+) .* - cgroup2 ");
    private static final Pattern GROUP = Pattern.compile("(?m)^0::(/\\S*)$");

    private final List<Path> parents;
    private final String prefix;

    /// @param parents where groups may be made, the best first; none if the system has no groups
    Cgroups(List<Path> parents, String agentId) {
        this.parents = List.copyOf(parents);
        this.prefix = PREFIX + agentId + "-";
    }

    static Cgroups ofThisSystem(String agentId) {
        var mount = read(MOUNTS).flatMap(text -> first(MOUNT, text)).map(Path::of);
        var group = read(OWN).flatMap(text -> first(GROUP, text));
        if (mount.isEmpty() || group.isEmpty()) {
            return new Cgroups(List.of(), agentId);
        }
        var own = mount.get().resolve(group.get().substring(1)).normalize();
        var parent = Optional.ofNullable(own.getParent());
        return parent.isPresent() && parent.get().startsWith(mount.get())
                ? new Cgroups(List.of(own, parent.get()), agentId)
                : new Cgroups(List.of(own), agentId);
    }

    /// Makes a group that some of the controllers work in, and moves a process there.
    ///
    /// @param name e.g. `procmond-17`
    /// @throws IOException with a phrase for people, if that cannot be done anywhere
    Cgroup confine(String name, long pid, List<String> controllers) throws IOException {
        removeLeftovers();
        if (parents.isEmpty()) {
            throw new IOException("there is no cgroup version 2 here");
        }
        var last = new IOException("no group could be made");
        for (var parent : parents) {
            try {
                return in(parent, name, pid, controllers);
            } catch (IOException e) {
                last = e;
            }
        }
        throw last;
    }

    private Cgroup in(Path parent, String name, long pid, List<String> controllers)
            throws IOException {
        var working = controllers.stream().filter(each -> works(parent, each)).toList();
        if (working.isEmpty()) {
            throw new IOException(
                    "the cgroup %s lets no controller %s be used for children"
                            .formatted(parent, String.join(" or ", controllers)));
        }
        var folder = parent.resolve(prefix + name);
        try {
            Files.createDirectory(folder);
        } catch (IOException e) {
            throw new IOException("no right to make a cgroup in " + parent, e);
        }
        var group = new Cgroup(folder, working);
        try {
            group.take(pid);
            return group;
        } catch (IOException e) {
            group.remove();
            throw new IOException("no right to move a process to " + folder, e);
        }
    }

    private static boolean works(Path parent, String controller) {
        var enabled = parent.resolve("cgroup.subtree_control");
        if (has(enabled, controller)) {
            return true;
        }
        if (!has(parent.resolve("cgroup.controllers"), controller)) {
            return false;
        }
        try {
            Files.writeString(enabled, "+" + controller);
            return has(enabled, controller);
        } catch (IOException e) {
            LOG.debug("{} cannot be enabled in {}", controller, parent, e);
            return false;
        }
    }

    private static boolean has(Path list, String controller) {
        return read(list)
                .filter(text -> Arrays.asList(text.strip().split(" ", -1)).contains(controller))
                .isPresent();
    }

    // Groups that still hold a process cannot be removed: the system sees to that.
    private void removeLeftovers() {
        for (var parent : parents) {
            try (var groups = Files.newDirectoryStream(parent, prefix + "*")) {
                groups.forEach(group -> new Cgroup(group, List.of()).remove());
            } catch (IOException e) {
                LOG.debug("{} cannot be listed", parent, e);
            }
        }
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file, UTF_8));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> first(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
