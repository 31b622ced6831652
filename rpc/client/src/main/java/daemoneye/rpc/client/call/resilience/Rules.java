package daemoneye.rpc.client.call.resilience;

import daemoneye.rpc.client.call.breaker.Breakers;
import daemoneye.rpc.protocol.time.Ticker;

/// What all calls over one link share.
record Rules(
        Breakers breakers,
        RetryBudget budget,
        RetryWaits waits,
        LinkWatch link,
        EventBoard events,
        Ticker ticker) {}
