package daemoneye.app.sample;

import java.lang.management.ManagementFactory;
import java.util.stream.LongStream;

/// Processor time of the two threads that make a picture: what a wait would take at least on a
/// machine with nothing else to do.
final class WindowWork {
    private final long[] threads =
            Thread.getAllStackTraces().keySet().stream()
                    .filter(
                            each ->
                                    each.getName().equals("JavaFX Application Thread")
                                            || each.getName().startsWith("QuantumRenderer"))
                    .mapToLong(Thread::threadId)
                    .toArray();

    /// Nanoseconds so far.
    long nanos() {
        var all = ManagementFactory.getThreadMXBean();
        return LongStream.of(threads).map(all::getThreadCpuTime).sum();
    }
}
