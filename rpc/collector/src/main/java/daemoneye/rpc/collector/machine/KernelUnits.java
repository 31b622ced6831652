package daemoneye.rpc.collector.machine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/// The units in which a Linux kernel counts, as it told this process at its start
/// (`/proc/self/auxv`).
///
/// @param pageBytes of one memory page
/// @param ticksPerSecond of processor time
public record KernelUnits(long pageBytes, long ticksPerSecond) {
    private static final long PAGE_SIZE_KEY = 6;
    private static final long TICKS_KEY = 17;

    /// Reads them; 4,096 bytes and 100 ticks where the kernel does not say.
    public static KernelUnits read() throws IOException {
        return of(ByteBuffer.wrap(Files.readAllBytes(Path.of("/proc/self/auxv"))));
    }

    static KernelUnits of(ByteBuffer pairs) {
        pairs.order(ByteOrder.nativeOrder());
        long page = 4_096;
        long ticks = 100;
        while (pairs.remaining() >= 2 * Long.BYTES) {
            long key = pairs.getLong();
            long value = pairs.getLong();
            if (key == PAGE_SIZE_KEY) {
                page = value;
            } else if (key == TICKS_KEY) {
                ticks = value;
            }
        }
        return new KernelUnits(page, ticks);
    }
}
