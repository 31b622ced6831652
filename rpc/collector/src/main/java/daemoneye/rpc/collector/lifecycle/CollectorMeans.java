package daemoneye.rpc.collector.lifecycle;

import daemoneye.rpc.collector.capability.HeldCapabilities;
import daemoneye.rpc.collector.health.OwnUse;
import daemoneye.rpc.protocol.time.Ticker;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/// What a collector works with.
///
/// @param loop one thread: registration, beats, publishing; must not block
/// @param gathering one thread that may block
/// @param held what the system lets this process do
/// @param stateFolder where the record of a life is kept
public record CollectorMeans(
        Ticker ticker,
        Executor loop,
        Executor gathering,
        RandomGenerator random,
        OwnUse use,
        HeldCapabilities held,
        Path stateFolder) {}
