package daemoneye.rpc.collector.scripted;

import daemoneye.rpc.collector.gather.ComponentReport;
import daemoneye.rpc.collector.gather.Findings;
import daemoneye.rpc.collector.gather.Gatherer;

import java.util.List;
import java.util.function.Supplier;

/// Finds what the script says.
final class ScriptedGatherer implements Gatherer {
    private final Supplier<Script> script;

    ScriptedGatherer(Supplier<Script> script) {
        this.script = script;
    }

    @Override
    public List<String> components() {
        return script.get().components().stream().map(ComponentReport::name).toList();
    }

    @Override
    public void scan(Findings out, long nowNanos) {
        var now = script.get();
        now.components().forEach(out::report);
        now.metrics().forEach(out::metric);
        now.events().forEach(out::event);
    }
}
