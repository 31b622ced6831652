package daemoneye.rpc.agent.fake;

import daemoneye.rpc.agent.process.CollectorLauncher;
import daemoneye.rpc.agent.process.CollectorProcess;
import daemoneye.rpc.agent.process.LaunchOrder;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// Launches processes of the imagination, or fails on demand.
public final class FakeLauncher implements CollectorLauncher {
    private final List<FakeProcess> launched = new CopyOnWriteArrayList<>();
    private volatile Optional<String> fault = Optional.empty();

    @Override
    public CollectorProcess launch(LaunchOrder order) throws IOException {
        if (fault.isPresent()) {
            throw new IOException(fault.get());
        }
        var process = new FakeProcess(1000 + launched.size(), order);
        launched.add(process);
        return process;
    }

    public void failWith(String sentence) {
        fault = Optional.of(sentence);
    }

    public void workAgain() {
        fault = Optional.empty();
    }

    public int count() {
        return launched.size();
    }

    public FakeProcess last() {
        return launched.getLast();
    }
}
