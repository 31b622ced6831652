package daemoneye.rpc.collector.perfmond;

/// Processes that run or wait to run, averaged over 1, 5 and 15 minutes.
public record LoadAverage(double one, double five, double fifteen) {}
