package daemoneye.rpc.agent.supervise;

import daemoneye.rpc.agent.process.CollectorLauncher;
import daemoneye.rpc.agent.process.CollectorProcess;
import daemoneye.rpc.protocol.message.StateChange;
import daemoneye.rpc.protocol.time.Ticker;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/// What supervised collectors share.
///
/// @param loop runs one task at a time, in order: the owner of all their state
/// @param finder a process of this host by its number, for collectors that somebody else started
/// @param changes told of every change, on the loop
public record Surroundings(
        String agentId,
        String host,
        Executor loop,
        Ticker ticker,
        CollectorLauncher launcher,
        IncarnationSource incarnations,
        SettingsAtStart settings,
        LongFunction<Optional<CollectorProcess>> finder,
        Consumer<StateChange> changes) {}
