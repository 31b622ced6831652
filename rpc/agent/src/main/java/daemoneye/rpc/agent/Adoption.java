package daemoneye.rpc.agent;

import daemoneye.rpc.agent.answering.Relay;
import daemoneye.rpc.agent.liveness.HeartbeatMonitor;
import daemoneye.rpc.agent.process.ForeignProcess;
import daemoneye.rpc.agent.registry.CollectorRegistry;
import daemoneye.rpc.agent.registry.LeftBehind;
import daemoneye.rpc.agent.supervise.CollectorSpec;
import daemoneye.rpc.agent.supervise.collector.SupervisedCollector;
import daemoneye.rpc.agent.supervise.start.StartOrder;
import daemoneye.rpc.agent.supervise.start.TakeOver;
import daemoneye.rpc.protocol.time.Ticker;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds the collectors again that an agent of this name left, however it ended:
///
/// ```
/// lives, outlives agents ──► taken over: Running from its next beat on; silent: recovery
/// lives, ends by itself  ──► its end is waited for, then started if it starts with the agent
/// gone                   ──► started if it starts with the agent, else Failed
/// ```
///
/// So there are never two processes of one collector.
final class Adoption {
    private static final Logger LOG = LoggerFactory.getLogger(Adoption.class);

    private final CollectorRegistry registry;
    private final HeartbeatMonitor monitor;
    private final Relay relay;
    private final Ticker ticker;
    private final Set<String> autostarted = new HashSet<>();

    Adoption(CollectorRegistry registry, HeartbeatMonitor monitor, Relay relay, Ticker ticker) {
        this.registry = registry;
        this.monitor = monitor;
        this.relay = relay;
        this.ticker = ticker;
    }

    /// To be called before anything is started.
    ///
    /// @param autostart what starts with the agent
    void takeOver(List<LeftBehind> left, List<CollectorSpec> autostart) {
        autostart.stream()
                .filter(CollectorSpec::autostart)
                .forEach(spec -> autostarted.add(spec.id().text()));
        left.forEach(this::takeOver);
    }

    private void takeOver(LeftBehind left) {
        var spec = new CollectorSpec(left.id(), left.type(), false);
        var collector = registry.findOrAdd(spec);
        if (collector.isEmpty()) {
            LOG.warn("{} is not taken over: too many collectors", left.id());
            return;
        }
        var found = left.isStillThere() ? find(left) : Optional.<TakeOver>empty();
        if (found.isEmpty()) {
            gone(left, collector.get());
        } else if (left.outlivesAgents()) {
            adopt(found.get(), collector.get());
        } else {
            LOG.info("{} ends by itself; its process is {}", left.id(), left.pid());
            collector.get().outlast(found.get(), startsWithUs(left));
        }
    }

    private Optional<TakeOver> find(LeftBehind left) {
        return ForeignProcess.find(left.pid(), ticker)
                .map(
                        process ->
                                new TakeOver(
                                        process,
                                        left.incarnation(),
                                        left.ours(),
                                        StartOrder.asBefore(left.environment(), left.limits())));
    }

    private void adopt(TakeOver found, SupervisedCollector collector) {
        LOG.info("{} is taken over; its process is {}", collector.id(), found.process().pid());
        collector.takeOver(found);
        monitor.expect(collector.id(), found.incarnation());
        // It registers by itself only when its link breaks.
        var _ =
                relay.capabilities(collector.id())
                        .thenAccept(known -> known.ifPresent(collector::learn));
    }

    private void gone(LeftBehind left, SupervisedCollector collector) {
        if (!startsWithUs(left)) {
            collector.vanished(
                    "its process %d ended while there was no agent".formatted(left.pid()));
        }
    }

    private boolean startsWithUs(LeftBehind left) {
        return autostarted.contains(left.id().text());
    }
}
