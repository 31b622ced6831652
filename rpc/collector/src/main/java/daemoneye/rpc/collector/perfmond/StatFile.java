package daemoneye.rpc.collector.perfmond;

import java.io.IOException;
import java.util.ArrayList;
import java.util.StringTokenizer;

/// Reads `/proc/stat`: lines `cpu…` of user, nice, system, idle, iowait, irq, softirq, steal ticks.
/// Guest time is part of user time and not counted again.
final class StatFile {
    private static final int IDLE = 3;
    private static final int WAITING = 4;
    private static final int COUNTED = 8;

    private StatFile() {}

    static CpuTimes parse(String[] lines) throws IOException {
        var cores = new ArrayList<CpuTimes.Ticks>();
        var total = new CpuTimes.Ticks(0, 0);
        for (var line : lines) {
            if (line.startsWith("cpu ")) {
                total = ticks(line);
            } else if (line.startsWith("cpu")) {
                cores.add(ticks(line));
            }
        }
        if (total.all() == 0) {
            throw new IOException("/proc/stat does not tell processor times");
        }
        return new CpuTimes(total, cores);
    }

    private static CpuTimes.Ticks ticks(String line) throws IOException {
        var tokens = new StringTokenizer(line);
        tokens.nextToken();
        long all = 0;
        long idle = 0;
        try {
            for (int at = 0; at < COUNTED && tokens.hasMoreTokens(); at++) {
                long value = Long.parseLong(tokens.nextToken());
                all += value;
                idle += at == IDLE || at == WAITING ? value : 0;
            }
        } catch (NumberFormatException e) {
            throw new IOException("/proc/stat has an odd line: " + line, e);
        }
        return new CpuTimes.Ticks(all, idle);
    }
}
