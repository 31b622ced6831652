package daemoneye.app.sample;

import javafx.scene.input.KeyCode;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/// What one window keeps after every page and every kind of dialog was opened and closed in it
/// again and again. A program: it tells how much of the heap lives after each tenth of the rounds,
/// which must not grow once the list of calls is full. Arguments: how many rounds; names of
/// [InUse], if not all.
public final class MemoryBench {
    private static final int TIMES_TOLD = 10;

    private MemoryBench() {}

    public static void main(String[] args) throws Exception {
        int rounds = Integer.parseInt(args[0]);
        var uses = uses(List.of(args).subList(1, args.length));
        var window = new SampleWindow();
        window.openOnOne();
        for (int round = 0; round <= rounds; round++) {
            if (round % Math.max(1, rounds / TIMES_TOLD) == 0) {
                System.out.printf(
                        "after %d rounds of %d: %,d KB live%n",
                        round, uses.size(), liveBytes() >> 10);
            }
            for (var use : uses) {
                window.select("one");
                use.in(window);
                close(window);
            }
        }
        window.close();
        Runtime.getRuntime().exit(0);
    }

    // What can be done again and again as it stands.
    private static List<InUse> uses(List<String> names) {
        return names.isEmpty()
                ? List.copyOf(
                        EnumSet.complementOf(
                                EnumSet.of(InUse.ANOTHER_CONNECTION, InUse.CONFIG_RUN)))
                : names.stream().map(InUse::valueOf).toList();
    }

    private static void close(SampleWindow window) {
        window.endCalls();
        while (window.has(".dialog-card")) {
            window.press(KeyCode.ESCAPE);
        }
    }

    private static long liveBytes() {
        var now = new ArrayList<Long>();
        for (int times = 0; times < 5; times++) {
            System.gc();
            now.add(Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        return now.stream().mapToLong(each -> each).min().orElseThrow();
    }
}
