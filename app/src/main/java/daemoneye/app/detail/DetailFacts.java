package daemoneye.app.detail;

import daemoneye.app.controls.mark.StateKind;
import daemoneye.app.text.Messages;
import daemoneye.app.text.SafeText;
import daemoneye.app.text.Wording;
import daemoneye.rpc.client.fleet.CollectorView;
import daemoneye.rpc.client.fleet.MetricHistory;
import daemoneye.rpc.protocol.state.ComponentHealth;
import daemoneye.rpc.protocol.state.HealthStatus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What the detail page says of a collector, in words.
final class DetailFacts {
    /// Components, figures and lines of output that are shown of one collector.
    private static final int MOST = 100;

    private DetailFacts() {}

    static String processLine(CollectorView view) {
        var line =
                new StringBuilder(
                        Messages.text(
                                "detail.process",
                                Messages.text("process." + view.state().wireName())));
        if (view.state().hasProcess()) {
            view.info()
                    .pid()
                    .ifPresent(pid -> line.append(Messages.text("detail.pid", Long.toString(pid))));
            view.uptime()
                    .ifPresent(up -> line.append(Messages.text("detail.up", Wording.span(up))));
        }
        return line.toString();
    }

    static List<ComponentItem> components(CollectorView view) {
        return view.lastCheck().stream()
                .flatMap(check -> check.components().values().stream())
                .limit(MOST)
                .map(each -> component(view, each))
                .toList();
    }

    private static ComponentItem component(CollectorView view, ComponentHealth health) {
        var checked =
                view.lastCheckAge()
                        .map(age -> Messages.text("detail.ago", Wording.span(age)))
                        .orElse("");
        // What a process said before it ended is last known, and not how it stands.
        var kind = view.state().hasProcess() ? kind(health.status()) : StateKind.UNKNOWN;
        return new ComponentItem(
                SafeText.name(health.name()),
                kind,
                SafeText.sentence(health.message().orElse("")),
                checked);
    }

    private static StateKind kind(HealthStatus status) {
        return switch (status) {
            case HEALTHY -> StateKind.HEALTHY;
            case DEGRADED -> StateKind.DEGRADED;
            case UNHEALTHY -> StateKind.FAILED;
            case UNRESPONSIVE -> StateKind.UNRESPONSIVE;
            case UNKNOWN -> StateKind.UNKNOWN;
        };
    }

    static List<FactItem> metrics(CollectorView view) {
        var all = view.lastCheck().map(check -> check.metrics()).orElse(Map.of());
        var shown = new ArrayList<FactItem>();
        all.entrySet().stream()
                .limit(MOST)
                .map(
                        each ->
                                new FactItem(
                                        SafeText.name(each.getKey()),
                                        Wording.rate(each.getValue())))
                .forEach(shown::add);
        if (all.size() > MOST) {
            shown.add(new FactItem(Messages.text("guard.more", all.size() - MOST), ""));
        }
        return shown;
    }

    static List<FactItem> facts(CollectorView view) {
        var facts = new ArrayList<FactItem>();
        var info = view.info();
        facts.add(fact("type", info.collectorType()));
        facts.add(fact("host", info.host()));
        facts.add(fact("agent", info.agentId()));
        facts.add(fact("liveness", Messages.text("liveness." + view.liveness().wireName())));
        facts.add(fact("config", "v" + view.configVersion()));
        facts.add(fact("restarts", Integer.toString(info.restarts())));
        facts.add(fact("events", String.join(", ", info.eventTypes())));
        info.incarnation().ifPresent(each -> facts.add(fact("incarnation", each.toString())));
        info.lastExit()
                .ifPresent(
                        exit -> {
                            facts.add(
                                    fact(
                                            "lastExit",
                                            Messages.text(
                                                    "detail.exitAt",
                                                    exit.summary(),
                                                    Wording.clock(exit.at()))));
                            facts.add(fact("output", output(exit.lastOutput())));
                        });
        return facts.stream().filter(each -> !each.value().isBlank()).toList();
    }

    // The only text with more lines than one.
    private static String output(List<String> lines) {
        return lines.stream().limit(MOST).map(SafeText::sentence).collect(Collectors.joining("\n"));
    }

    private static FactItem fact(String key, String value) {
        var name = Messages.text("fact." + key);
        return new FactItem(name, key.equals("output") ? value : SafeText.sentence(value));
    }

    static Map<String, List<Double>> values(MetricHistory history) {
        return history.series().entrySet().stream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                Map.Entry::getKey,
                                each ->
                                        each.getValue().stream()
                                                .map(MetricHistory.Point::value)
                                                .toList()));
    }
}
