package daemoneye.rpc.agent.process;

import daemoneye.rpc.transport.wire.Address;

import java.nio.file.Path;
import java.time.Duration;

/// What all collectors of an agent are started with.
///
/// @param broker where they connect to
/// @param heartbeat how often they beat
/// @param stay live on when the agent is gone
/// @param runtimeFolder for their start-up settings
/// @param auditFolder for their audit logs
public record LaunchTerms(
        Address broker,
        String agentId,
        Duration heartbeat,
        boolean stay,
        Path runtimeFolder,
        Path auditFolder) {}
