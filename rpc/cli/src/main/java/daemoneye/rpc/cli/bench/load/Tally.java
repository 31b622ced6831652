package daemoneye.rpc.cli.bench.load;

import daemoneye.rpc.client.call.CallOutcome;
import daemoneye.rpc.client.call.CallOutcome.Done;
import daemoneye.rpc.client.call.CallOutcome.Failed;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;

import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

/// Counts calls by their end and measures the good ones. Nothing counts before [#begin()]. Safe
/// from any thread.
public final class Tally {
    private static final int DIGITS = 3;

    private final Histogram latencies = new ConcurrentHistogram(DIGITS);
    private final Map<String, LongAdder> errors = new ConcurrentHashMap<>();
    private final AtomicReference<Optional<RpcError>> firstError =
            new AtomicReference<>(Optional.empty());
    private volatile boolean counting;
    private volatile boolean hopeless;

    /// The warm-up is over.
    public void begin() {
        counting = true;
    }

    /// Calls that end from now on do not count.
    public void end() {
        counting = false;
    }

    /// @param nanos since the call was due
    public void add(CallOutcome outcome, long nanos) {
        switch (outcome) {
            case Done _ -> good(nanos);
            case Failed(_, var error, _) -> bad(error);
        }
    }

    /// Whether it makes no sense to go on: the link is gone.
    public boolean hopeless() {
        return hopeless;
    }

    public Histogram latencies() {
        return latencies;
    }

    /// How many failed, by error code.
    public Map<String, Long> errors() {
        var counts = new TreeMap<String, Long>();
        errors.forEach((code, count) -> counts.put(code, count.sum()));
        return counts;
    }

    public Optional<RpcError> firstError() {
        return firstError.get();
    }

    private void good(long nanos) {
        if (counting) {
            latencies.recordValue(Math.max(0, nanos));
        }
    }

    private void bad(RpcError error) {
        hopeless |= error.code().equals(ErrorCode.NOT_CONNECTED.name());
        firstError.compareAndSet(Optional.empty(), Optional.of(error));
        if (counting) {
            errors.computeIfAbsent(error.code(), code -> new LongAdder()).increment();
        }
    }
}
