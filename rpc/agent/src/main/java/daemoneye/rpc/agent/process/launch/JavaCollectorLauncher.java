package daemoneye.rpc.agent.process.launch;

import daemoneye.rpc.agent.process.ChildProcess;
import daemoneye.rpc.agent.process.CollectorLauncher;
import daemoneye.rpc.agent.process.CollectorProcess;
import daemoneye.rpc.agent.process.LaunchOrder;
import daemoneye.rpc.agent.process.LaunchTerms;
import daemoneye.rpc.agent.process.limit.Confinement;
import daemoneye.rpc.agent.process.limit.ResourceLimiter;
import daemoneye.rpc.protocol.time.Ticker;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Starts collectors as Java processes of their own, with the Java and the class path of this one.
public final class JavaCollectorLauncher implements CollectorLauncher {
    private final CollectorJvm jvm;
    private final LaunchTerms terms;
    private final Map<String, String> ourEnvironment;
    private final ResourceLimiter limiter;
    private final Ticker ticker;

    /// @param ourEnvironment of this process; children see what [ChildEnvironment] lets through
    public JavaCollectorLauncher(
            CollectorJvm jvm,
            LaunchTerms terms,
            Map<String, String> ourEnvironment,
            Ticker ticker) {
        this.jvm = jvm;
        this.terms = terms;
        this.ourEnvironment = Map.copyOf(ourEnvironment);
        this.limiter = ResourceLimiter.ofThisSystem(terms.agentId());
        this.ticker = ticker;
    }

    /// With the Java, the class path and the environment of this very process.
    public static JavaCollectorLauncher ofThisProcess(LaunchTerms terms, Ticker ticker) {
        return new JavaCollectorLauncher(
                CollectorJvm.ofThisProcess(), terms, System.getenv(), ticker);
    }

    @Override
    public CollectorProcess launch(LaunchOrder order) throws IOException {
        if (!Files.isExecutable(jvm.java())) {
            throw new IOException(
                    "Java is missing at %s: repair the installation, then start %s again"
                            .formatted(jvm.java(), order.id()));
        }
        var builder = new ProcessBuilder(limiter.around(command(order), order.limits()));
        builder.environment().clear();
        builder.environment().putAll(ChildEnvironment.of(ourEnvironment, order.environment()));
        try {
            var child = ChildProcess.start(builder, terms.stay(), ticker);
            return new ConfinedProcess(child, confined(child.pid(), order), ticker);
        } catch (IOException e) {
            throw new IOException(
                    "the system could not start a process for %s (%s): free memory or processes,"
                                    .formatted(order.id(), e.getMessage())
                            + " then try again",
                    e);
        }
    }

    private Confinement confined(long pid, LaunchOrder order) {
        return limiter.confine(
                pid,
                order.id() + "-" + order.incarnation(),
                order.limits(),
                CollectorJvm.heapMib(order.limits()));
    }

    private List<String> command(LaunchOrder order) throws IOException {
        var command = new ArrayList<>(jvm.command(order.limits()));
        option(command, "--id", order.id().text());
        option(command, "--type", order.type());
        option(command, "--connect", terms.broker().toString());
        option(command, "--agent", terms.agentId());
        option(command, "--incarnation", order.incarnation().toString());
        option(command, "--heartbeat-ms", Long.toString(terms.heartbeat().toMillis()));
        option(command, "--audit", terms.auditFolder().toString());
        if (terms.stay()) {
            command.add("--stay");
        }
        if (!order.config().isEmpty()) {
            option(
                    command,
                    "--config",
                    StartSettings.write(order, terms.runtimeFolder()).toString());
        }
        return command;
    }

    private static void option(List<String> command, String name, String value) {
        command.add(name);
        command.add(value);
    }
}
