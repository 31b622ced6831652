package daemoneye.rpc.agent;

import daemoneye.rpc.agent.process.LaunchTerms;
import daemoneye.rpc.agent.supervise.CollectorSpec;
import daemoneye.rpc.client.audit.AuditLog;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.transport.wire.Address;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/// How an agent is set up.
///
/// @param agentId its name everywhere, `[a-z0-9][a-z0-9_-]{0,62}`
/// @param host the name of this machine, for people
/// @param collectors what it runs; others may introduce themselves later
/// @param broker where its collectors connect to
/// @param heartbeat how often they beat, 100 ms to 60 s
/// @param leaveCollectorsRunning whether collectors live on when the agent ends
/// @param recover whether anything is done by itself about collectors that crash or fall silent
/// @param runtimeFolder for what must outlive the agent, but not the login: locks and processes;
///     made if it is missing
/// @param stateFolder for what must outlive both: versions of settings, audit logs
public record AgentSettings(
        String agentId,
        String host,
        List<CollectorSpec> collectors,
        Address broker,
        Duration heartbeat,
        boolean leaveCollectorsRunning,
        boolean recover,
        Path runtimeFolder,
        Path stateFolder) {
    /// On one host; 5 s are usual in fleets.
    public static final Duration HEARTBEAT = Duration.ofSeconds(1);

    /// The four collectors of this product, started together with the agent.
    public static final List<CollectorSpec> STANDARD_COLLECTORS =
            List.of(
                    standard("procmond", "process-monitor"),
                    standard("netmond", "network-monitor"),
                    standard("fsmond", "file-monitor"),
                    standard("perfmond", "performance-monitor"));

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9_-]{0,62}");
    private static final Duration LEAST_HEARTBEAT = Duration.ofMillis(100);
    private static final Duration MOST_HEARTBEAT = Duration.ofSeconds(60);

    /// @throws IllegalArgumentException with a sentence for people
    public AgentSettings {
        collectors = List.copyOf(collectors);
        if (!ID.matcher(agentId).matches()) {
            throw new IllegalArgumentException(
                    "an agent id is 1-63 of a-z 0-9 _ -, beginning with a letter or digit");
        }
        if (heartbeat.compareTo(LEAST_HEARTBEAT) < 0 || heartbeat.compareTo(MOST_HEARTBEAT) > 0) {
            throw new IllegalArgumentException(
                    "a heartbeat interval is between 100 ms and 60 s, not "
                            + heartbeat.toMillis()
                            + " ms");
        }
        var ids = new HashSet<CollectorId>();
        for (var each : collectors) {
            if (!ids.add(each.id())) {
                throw new IllegalArgumentException(
                        "the collector %s is listed twice: give each its own id"
                                .formatted(each.id()));
            }
        }
    }

    /// The standard collectors on this machine, ended together with the agent.
    public static AgentSettings standard(Address broker, Path runtimeFolder, Path stateFolder) {
        var host = HostName.of(System.getenv());
        return new AgentSettings(
                "agent-" + HostName.asId(host),
                host,
                STANDARD_COLLECTORS,
                broker,
                HEARTBEAT,
                false,
                true,
                runtimeFolder,
                stateFolder);
    }

    /// Where it and its collectors keep their audit logs.
    public Path auditFolder() {
        return AuditLog.folderIn(stateFolder);
    }

    /// What its collectors are started with.
    public LaunchTerms launchTerms() {
        return new LaunchTerms(
                broker, agentId, heartbeat, leaveCollectorsRunning, runtimeFolder, auditFolder());
    }

    private static CollectorSpec standard(String id, String type) {
        return new CollectorSpec(new CollectorId(id), type, true);
    }
}
