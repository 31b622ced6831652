package daemoneye.rpc.client.audit.fake;

import daemoneye.rpc.client.audit.chain.LogSettings;
import daemoneye.rpc.client.audit.chain.Recorder;
import daemoneye.rpc.client.audit.disk.AuditDisk;
import daemoneye.rpc.protocol.time.FakeTicker;

import java.util.Random;
import java.util.concurrent.Executor;

/// Logs under test, written on the calling thread.
public final class Writers {
    private Writers() {}

    public static Recorder on(AuditDisk disk, FakeTicker ticker) {
        return on(disk, ticker, LogSettings.USUAL);
    }

    public static Recorder on(AuditDisk disk, FakeTicker ticker, LogSettings settings) {
        return on(disk, ticker, settings, Runnable::run);
    }

    public static Recorder on(
            AuditDisk disk, FakeTicker ticker, LogSettings settings, Executor thread) {
        return Recorder.open(
                disk, Entries.PROCESS, settings, ticker, new Random(1), thread, _ -> {});
    }
}
