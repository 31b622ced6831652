package daemoneye.rpc.cli.bench.load;

import daemoneye.rpc.client.call.CallOutcome;

import java.util.concurrent.CompletableFuture;

/// Sends the next call, each time to the next collector.
@FunctionalInterface
public interface Shots {
    CompletableFuture<CallOutcome> fire();
}
