package daemoneye.app.demo.world;

import daemoneye.app.demo.tour.Deed.Ailment;
import daemoneye.rpc.agent.process.CollectorLauncher;
import daemoneye.rpc.agent.process.CollectorProcess;
import daemoneye.rpc.agent.process.LaunchOrder;
import daemoneye.rpc.agent.process.LaunchTerms;
import daemoneye.rpc.client.connection.Connections;
import daemoneye.rpc.collector.capability.CollectorType;
import daemoneye.rpc.collector.lifecycle.CollectorSpec;
import daemoneye.rpc.collector.scripted.Script;
import daemoneye.rpc.collector.scripted.ScriptedCollector;
import daemoneye.rpc.collector.settings.CollectorSettings;
import daemoneye.rpc.collector.settings.LiveSettings;
import daemoneye.rpc.transport.bus.ClientIdentity;
import daemoneye.rpc.transport.wire.Wire;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Starts the collectors of a demo for its agent: real ones as processes, scripted ones as
/// [Actor]s in this program, with a connection of their own to the broker's socket. Safe from any
/// thread.
public final class Troupe implements CollectorLauncher {
    /// Above the process numbers of Linux, so that nobody takes it for a process of the machine.
    private static final long FIRST_PID = 5_000_001;

    private final CollectorLauncher real;
    private final List<String> scripted;
    private final LaunchTerms terms;
    private final Wire wire;
    private final String host;
    private final Map<String, Actor> alive = new ConcurrentHashMap<>();
    private final AtomicLong nextPid = new AtomicLong(FIRST_PID);

    /// @param real for those that are not scripted
    /// @param wire to the broker, shared with others
    public Troupe(
            CollectorLauncher real,
            List<String> scripted,
            LaunchTerms terms,
            Wire wire,
            String host) {
        this.real = real;
        this.scripted = List.copyOf(scripted);
        this.terms = terms;
        this.wire = wire;
        this.host = host;
    }

    @Override
    public CollectorProcess launch(LaunchOrder order) throws IOException {
        var id = order.id().text();
        if (!scripted.contains(id)) {
            return real.launch(order);
        }
        long pid = nextPid.getAndIncrement();
        var thread = thread(id + "-loop");
        var identity = new ClientIdentity(id, "collector", "scripted", pid);
        var connection = Connections.over(wire, terms.broker(), identity, wire.ticker());
        var well = Script.well("script", "All is well, says the script");
        var collector =
                new ScriptedCollector(
                        spec(order, pid),
                        well,
                        connection,
                        wire.ticker(),
                        thread,
                        new Random(),
                        terms.runtimeFolder());
        var actor = new Actor(pid, well, collector, wire.ticker(), thread::shutdown);
        alive.put(id, actor);
        actor.start();
        return actor;
    }

    // The alarms of one that is dead still go off, and come to nothing.
    private static ExecutorService thread(String name) {
        return new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofVirtual().name(name).factory(),
                new ThreadPoolExecutor.DiscardPolicy());
    }

    private CollectorSpec spec(LaunchOrder order, long pid) {
        var type =
                CollectorType.STANDARD.stream()
                        .filter(each -> each.typeName().equals(order.type()))
                        .findFirst()
                        .orElse(CollectorType.PROCESS);
        return new CollectorSpec(
                order.id(),
                Optional.of(terms.agentId()),
                order.incarnation(),
                terms.heartbeat(),
                new LiveSettings(CollectorSettings.told(type, order.config())),
                host,
                pid,
                "scripted");
    }

    /// Gives the life that a scripted collector leads now a fault, or takes it away. The next life
    /// begins without.
    ///
    /// @return a sentence, if it leads none
    public Optional<String> afflict(String id, Ailment ailment) {
        var actor = Optional.ofNullable(alive.get(id)).filter(each -> !each.exit().isDone());
        actor.ifPresent(each -> each.suffers(ailment));
        return actor.isPresent()
                ? Optional.empty()
                : Optional.of("the scripted collector " + id + " does not run at the moment");
    }
}
