package daemoneye.rpc.collector.gather;

import daemoneye.rpc.protocol.state.HealthStatus;

import java.util.List;

/// One look of a gatherer, for tests.
public final class Looks {
    /// Enough for every test but those about the bound.
    public static final int MANY = 1_000;

    private Looks() {}

    public static Scan at(Gatherer gatherer, double seconds) {
        var out = new Findings(MANY);
        gatherer.scan(out, (long) (seconds * 1e9));
        return out.scan();
    }

    public static ComponentReport component(Scan scan, String name) {
        return scan.components().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    public static List<String> eventTypes(Scan scan) {
        return scan.events().stream().map(Observation::type).toList();
    }

    public static HealthStatus worst(Scan scan) {
        return scan.components().stream()
                .map(ComponentReport::status)
                .reduce(HealthStatus.HEALTHY, HealthStatus::worst);
    }
}
