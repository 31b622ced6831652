package daemoneye.rpc.client.audit.chain;

import daemoneye.rpc.client.audit.disk.FolderDisk;
import daemoneye.rpc.client.audit.fake.Entries;
import daemoneye.rpc.protocol.time.SystemTicker;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/// Writes intents from four threads until it is killed, and says which are acknowledged.
final class KilledWriter {
    private static final int THREADS = 4;

    private KilledWriter() {}

    /// Arguments: the folder, and the first number.
    public static void main(String[] arguments) {
        var out = new FileOutputStream(FileDescriptor.out);
        var numbers = new AtomicLong(Long.parseLong(arguments[1]));
        var ticker = new SystemTicker("alarms");
        var recorder =
                Recorder.open(
                        new FolderDisk(Path.of(arguments[0])),
                        Entries.PROCESS,
                        new LogSettings(100_000, 16),
                        ticker,
                        new Random(),
                        Executors.newSingleThreadExecutor(),
                        _ -> {});
        for (int thread = 0; thread < THREADS; thread++) {
            Thread.ofPlatform().start(() -> write(recorder, numbers, out));
        }
    }

    private static void write(Recorder recorder, AtomicLong numbers, FileOutputStream out) {
        try {
            while (true) {
                long number = numbers.getAndIncrement();
                if (recorder.durable(Entries.intent(number)).join()) {
                    out.write((number + "\n").getBytes(StandardCharsets.US_ASCII));
                    recorder.note(Entries.outcome(number));
                }
            }
        } catch (IOException _) {
            // nobody listens any more
        }
    }
}
