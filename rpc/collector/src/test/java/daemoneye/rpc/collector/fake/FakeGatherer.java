package daemoneye.rpc.collector.fake;

import daemoneye.rpc.collector.gather.Fields;
import daemoneye.rpc.collector.gather.Findings;
import daemoneye.rpc.collector.gather.Gatherer;

import java.util.List;

/// Finds what the test says.
public final class FakeGatherer implements Gatherer {
    private int scans;
    private int eventsEach;
    private boolean broken;
    private boolean closed;

    public int scans() {
        return scans;
    }

    public boolean isClosed() {
        return closed;
    }

    public void eventsEach(int count) {
        eventsEach = count;
    }

    public void breakDown() {
        broken = true;
    }

    @Override
    public List<String> components() {
        return List.of("process_enumeration");
    }

    @Override
    public void scan(Findings out, long nowNanos) {
        scans++;
        if (broken) {
            throw new IllegalStateException("a bug");
        }
        out.part("process_enumeration", () -> "Enumerating 1,234 processes");
        out.metric("processes_per_second", 156.7);
        for (int at = 0; at < eventsEach; at++) {
            out.event(new Fields().with("pid", at).seen("process", "new"));
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
