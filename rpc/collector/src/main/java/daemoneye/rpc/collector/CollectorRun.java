package daemoneye.rpc.collector;

import daemoneye.rpc.client.audit.AuditLog;
import daemoneye.rpc.client.audit.AuditNews;
import daemoneye.rpc.client.call.BusCaller;
import daemoneye.rpc.client.connection.BusConnection;
import daemoneye.rpc.client.connection.Connection;
import daemoneye.rpc.client.connection.Connections;
import daemoneye.rpc.client.place.Places;
import daemoneye.rpc.client.serve.BusService;
import daemoneye.rpc.collector.capability.HeldCapabilities;
import daemoneye.rpc.collector.health.ProcessUse;
import daemoneye.rpc.collector.lifecycle.Collector;
import daemoneye.rpc.collector.lifecycle.CollectorLink;
import daemoneye.rpc.collector.lifecycle.CollectorMeans;
import daemoneye.rpc.collector.lifecycle.CollectorSpec;
import daemoneye.rpc.collector.machine.HostName;
import daemoneye.rpc.collector.settings.CollectorSettings;
import daemoneye.rpc.collector.settings.LiveSettings;
import daemoneye.rpc.protocol.time.Ticker;
import daemoneye.rpc.transport.auth.Admission;
import daemoneye.rpc.transport.bus.ClientIdentity;
import daemoneye.rpc.transport.bus.FrameBusDialer;
import daemoneye.rpc.transport.codec.BodyCodec;
import daemoneye.rpc.transport.wire.Wire;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// A collector with everything it needs, wired together over one wire: what [CollectorMain] runs in
/// a process of its own, and what may run inside another.
public final class CollectorRun implements AutoCloseable {
    private static final long IDLE_SECONDS = 10;

    private final Connection connection;
    private final AuditLog audit;
    private final Collector collector;

    /// Begins to connect at once; gathers and serves from [#start()] on.
    ///
    /// @param wire belongs to the caller, who closes it after the end
    public CollectorRun(CollectorArguments arguments, CollectorSettings first, Wire wire) {
        this(arguments, first, wire, Admission.USUAL);
    }

    /// @param wire belongs to the caller, who closes it after the end
    /// @param admission with what to be let in
    public CollectorRun(
            CollectorArguments arguments, CollectorSettings first, Wire wire, Admission admission) {
        var settings = new LiveSettings(first);
        var spec = spec(arguments, settings);
        var ticker = wire.ticker();
        BodyCodec codec = Connections.codec();
        var name = spec.id().text();
        var identity = new ClientIdentity(name, "collector", spec.version(), spec.pid());
        var dialer = new FrameBusDialer(wire, arguments.broker(), admission);
        this.connection = BusConnection.open(dialer, identity, codec, ticker, new Random());
        this.audit =
                AuditLog.open(
                        arguments.audit().orElseGet(CollectorRun::usualAudit),
                        name,
                        ticker,
                        new AuditNews(connection, name, ticker)::tell);
        var link =
                new CollectorLink(
                        connection,
                        new BusCaller(connection, codec, ticker),
                        BusService.on(connection, codec, name, ticker, audit));
        var gatherer = Gatherers.of(settings, background("watch"));
        this.collector = new Collector(spec, gatherer, link, means(ticker, audit));
    }

    private static CollectorSpec spec(CollectorArguments arguments, LiveSettings settings) {
        return new CollectorSpec(
                arguments.id(),
                arguments.agentId(),
                arguments.incarnation(),
                arguments.heartbeat(),
                settings,
                HostName.of(System.getenv()),
                ProcessHandle.current().pid(),
                Optional.ofNullable(CollectorRun.class.getPackage().getImplementationVersion())
                        .orElse("development"));
    }

    private static Path usualAudit() {
        return AuditLog.folderIn(Places.ofThisUser().state());
    }

    private static CollectorMeans means(Ticker ticker, AuditLog audit) {
        return new CollectorMeans(
                ticker,
                oneThread("collector-loop"),
                oneThread("gather"),
                new Random(),
                new ProcessUse(),
                HeldCapabilities.ofThisProcess(),
                Places.ofThisUser().state().resolve("collectors"),
                audit::standing,
                audit::flushed);
    }

    /// A thread that goes when nothing has been left to do for a while.
    private static Executor oneThread(String name) {
        var executor =
                new ThreadPoolExecutor(
                        1,
                        1,
                        IDLE_SECONDS,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        thread(name));
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    private static Executor background(String name) {
        return task -> thread(name).newThread(task).start();
    }

    private static ThreadFactory thread(String name) {
        return task -> Thread.ofPlatform().daemon().name(name).unstarted(task);
    }

    /// Gathers, serves, and registers as soon as the link works.
    public void start() {
        collector.start();
    }

    /// Writes what is left of the audit log; to be called when the collector has ended.
    @Override
    public void close() {
        audit.close();
    }

    /// The link, to wait for it.
    public Connection connection() {
        return connection;
    }

    /// The collector, to end it and to wait for its end.
    public Collector collector() {
        return collector;
    }
}
