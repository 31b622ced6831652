package daemoneye.app.sample;

import java.util.List;

/// How measured times spread, in words.
final class Quantiles {
    private Quantiles() {}

    /// @param nanos of each
    static String of(List<Long> nanos) {
        var sorted = nanos.stream().sorted().toList();
        return "p50 %5.1f  p95 %5.1f  p99 %5.1f  max %5.1f ms  (%d)"
                .formatted(
                        at(sorted, 0.5),
                        at(sorted, 0.95),
                        at(sorted, 0.99),
                        at(sorted, 1),
                        sorted.size());
    }

    static String shortly(List<Long> nanos) {
        var sorted = nanos.stream().sorted().toList();
        return "p50 %5.1f  p95 %5.1f  max %5.1f ms"
                .formatted(at(sorted, 0.5), at(sorted, 0.95), at(sorted, 1));
    }

    private static double at(List<Long> sorted, double share) {
        if (sorted.isEmpty()) {
            return 0;
        }
        int rank = (int) Math.ceil(share * sorted.size());
        return sorted.get(Math.max(0, rank - 1)) / 1e6;
    }
}
