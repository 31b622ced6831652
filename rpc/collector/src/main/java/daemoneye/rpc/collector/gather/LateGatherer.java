package daemoneye.rpc.collector.gather;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Makes the real gatherer at its first scan, on the gathering thread, so that a library that is
/// slow to load does not hold up the start. If that fails its components are degraded, and it is
/// tried again at the next scan.
public final class LateGatherer implements Gatherer {
    private final List<String> components;
    private final Maker maker;
    private Optional<Gatherer> made = Optional.empty();

    /// Makes a gatherer.
    @FunctionalInterface
    public interface Maker {
        Gatherer make() throws IOException;
    }

    /// @param components that the real one will report
    public LateGatherer(List<String> components, Maker maker) {
        this.components = List.copyOf(components);
        this.maker = maker;
    }

    @Override
    public List<String> components() {
        return components;
    }

    @Override
    public void scan(Findings out, long nowNanos) {
        try {
            made().scan(out, nowNanos);
        } catch (IOException e) {
            components.forEach(each -> out.degraded(each, Reasons.of(e)));
            out.error();
        }
    }

    private Gatherer made() throws IOException {
        var gatherer = made.isPresent() ? made.get() : maker.make();
        made = Optional.of(gatherer);
        return gatherer;
    }

    @Override
    public void close() {
        made.ifPresent(Gatherer::close);
    }
}
