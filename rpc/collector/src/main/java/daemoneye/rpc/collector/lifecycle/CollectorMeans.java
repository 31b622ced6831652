package daemoneye.rpc.collector.lifecycle;

import daemoneye.rpc.client.audit.chain.Standing;
import daemoneye.rpc.collector.capability.HeldCapabilities;
import daemoneye.rpc.collector.health.OwnUse;
import daemoneye.rpc.protocol.time.Ticker;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// What a collector works with.
///
/// @param loop one thread: registration, beats, publishing; must not block
/// @param gathering one thread that may block
/// @param held what the system lets this process do
/// @param stateFolder where the record of a life is kept
/// @param audit whether its audit log can be written
/// @param auditFlush brings the audit log to disk; completes with whether it could be written
public record CollectorMeans(
        Ticker ticker,
        Executor loop,
        Executor gathering,
        RandomGenerator random,
        OwnUse use,
        HeldCapabilities held,
        Path stateFolder,
        Supplier<Standing> audit,
        Supplier<CompletableFuture<Boolean>> auditFlush) {}
