package daemoneye.rpc.cli.audit;

import daemoneye.rpc.client.audit.read.AuditFilter;
import daemoneye.rpc.protocol.message.CollectorEvent;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/// Entries as they are published, without those that have been shown already. At most
/// [#MOST_WAITING] wait for a slow reader; how many more were left out is told.
final class AuditFollowing {
    static final int MOST_WAITING = 10_000;

    private final BlockingQueue<Map<String, ConfigValue>> waiting =
            new LinkedBlockingQueue<>(MOST_WAITING);
    private final AtomicLong leftOut = new AtomicLong();
    private final Set<String> shown = new HashSet<>();
    private final AuditFilter filter;

    AuditFollowing(AuditFilter filter) {
        this.filter = filter;
    }

    /// Called on a loop thread.
    void heard(CollectorEvent event) {
        var fields = new LinkedHashMap<String, ConfigValue>();
        fields.put("process", ConfigValue.of(event.collectorId().text()));
        fields.putAll(event.fields());
        if (isWanted(fields)) {
            leftOut.addAndGet(waiting.offer(fields) ? 0 : 1);
        }
    }

    /// It need not be shown again.
    void seen(Map<String, ConfigValue> entry) {
        shown.add(key(entry));
    }

    /// Shows until nobody looks any more, or for ever.
    ///
    /// @param missing told how many entries were left out since it was told last
    void run(Consumer<Map<String, ConfigValue>> show, LongConsumer missing, BooleanSupplier deaf)
            throws InterruptedException {
        while (!deaf.getAsBoolean()) {
            long lost = leftOut.getAndSet(0);
            if (lost > 0) {
                missing.accept(lost);
            }
            var entry = waiting.poll(1, TimeUnit.SECONDS);
            if (entry != null && !shown.remove(key(entry))) {
                show.accept(entry);
            }
        }
    }

    private boolean isWanted(Map<String, ConfigValue> entry) {
        return filter.process().stream().allMatch(id -> is(entry, "process", id))
                && filter.operation().stream()
                        .allMatch(each -> is(entry, "action", "rpc." + each.designName()))
                && (!filter.failuresOnly() || isTrouble(entry));
    }

    private static boolean isTrouble(Map<String, ConfigValue> entry) {
        return is(entry, "phase", "outcome")
                ? !is(entry, "result", "success")
                : is(entry, "note", "gap")
                        || is(entry, "note", "cut")
                        || is(entry, "note", "damaged");
    }

    private static boolean is(Map<String, ConfigValue> entry, String name, String value) {
        return ConfigValue.of(value).equals(entry.get(name));
    }

    private static String key(Map<String, ConfigValue> entry) {
        return entry.get("process") + " " + entry.get("hash");
    }
}
