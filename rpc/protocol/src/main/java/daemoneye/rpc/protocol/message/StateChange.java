package daemoneye.rpc.protocol.message;

import daemoneye.rpc.protocol.state.CollectorInfo;
import daemoneye.rpc.protocol.state.ProcessState;

import java.time.Instant;

/// An agent tells that one of its collectors changed, published
/// under `events.collector.state.{id}`.
///
/// @param info how it stands now
/// @param previous how it stood before
/// @param at by the agent's clock
public record StateChange(CollectorInfo info, ProcessState previous, Instant at)
        implements MessageBody {}
