package daemoneye.rpc.protocol.payload;

import daemoneye.rpc.protocol.state.CollectorInfo;

import java.util.List;

/// The answer of one agent to ListCollectors.
public record CollectorListing(String agentId, String host, List<CollectorInfo> collectors)
        implements RpcPayload {
    public CollectorListing {
        collectors = List.copyOf(collectors);
    }
}
