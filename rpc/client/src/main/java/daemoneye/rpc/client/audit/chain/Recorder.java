package daemoneye.rpc.client.audit.chain;

import daemoneye.rpc.client.audit.disk.AuditDisk;
import daemoneye.rpc.client.audit.format.AuditDraft;
import daemoneye.rpc.client.audit.format.AuditEntry;
import daemoneye.rpc.client.audit.format.AuditFacts;
import daemoneye.rpc.client.audit.format.NoteKind;
import daemoneye.rpc.protocol.time.Ticker;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Takes entries from any thread and has one thread write them in groups: whoever waits for its
/// entry to be durable shares one force with all who wait at that time.
///
/// While the log cannot be written nobody waits, and only what tells of changes is kept (see
/// [Backlog]). Writing is tried again every second; then the gap is noted and what was kept is
/// written.
public final class Recorder implements AutoCloseable {
    /// Entries that nobody waits for are in the file after this time at most.
    static final Duration WRITE_AFTER = Duration.ofMillis(500);

    /// What is in the file is forced after this time more at most.
    static final Duration FORCE_AFTER = Duration.ofMillis(500);

    /// The outcome of a change is forced this soon, or twice as late at most if others were forced
    /// meanwhile: so that at ten changes a second the next intent takes it along.
    static final Duration FORCE_CHANGE_AFTER = Duration.ofMillis(125);

    /// How often it is tried again.
    static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private static final Logger log = LoggerFactory.getLogger(Recorder.class);

    private final Chain source;
    private final Ticker ticker;
    private final Executor thread;
    private final Consumer<List<AuditEntry>> listener;
    private final EntryQueue queue = new EntryQueue();
    private final Backlog backlog = new Backlog();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final AtomicBoolean writeAlarmed = new AtomicBoolean();
    private final AtomicBoolean forceAlarmed = new AtomicBoolean();
    private final AtomicBoolean changeAlarmed = new AtomicBoolean();
    private final AtomicBoolean forceDue = new AtomicBoolean();
    private final AtomicBoolean restDue = new AtomicBoolean();
    private final AtomicLong outcomesNoted = new AtomicLong();
    private final AtomicLong outcomesForced = new AtomicLong();
    private final AtomicBoolean retryDue = new AtomicBoolean();
    private volatile Standing standing = new Standing.Opening();
    private volatile boolean closed;
    private final AtomicBoolean closing = new AtomicBoolean();
    private final CompletableFuture<Boolean> gone = new CompletableFuture<>();

    // Of the writing thread alone.
    private final List<Waiting> unforced = new ArrayList<>();
    private Optional<ChainWriter> chain = Optional.empty();
    private boolean released;

    /// Opens the chain.
    @FunctionalInterface
    private interface Chain {
        ChainWriter open() throws IOException;
    }

    private Recorder(
            Chain source, Ticker ticker, Executor thread, Consumer<List<AuditEntry>> listener) {
        this.source = source;
        this.ticker = ticker;
        this.thread = thread;
        this.listener = listener;
    }

    /// Begins to write the log of a process; opening it goes on in the background.
    ///
    /// @param thread runs one task at a time; may block
    /// @param listener told on that thread of entries that have become durable, in order
    public static Recorder open(
            AuditDisk disk,
            String process,
            LogSettings settings,
            Ticker ticker,
            RandomGenerator random,
            Executor thread,
            Consumer<List<AuditEntry>> listener) {
        long pid = ProcessHandle.current().pid();
        var recorder =
                new Recorder(
                        () -> ChainWriter.open(disk, process, settings, ticker, random, pid),
                        ticker,
                        thread,
                        listener);
        recorder.wake();
        return recorder;
    }

    /// How the log stands now.
    public Standing standing() {
        return standing;
    }

    /// Has an entry written that somebody waits for.
    ///
    /// @return completes with true when it is durable, with false if it cannot be written
    public CompletableFuture<Boolean> durable(AuditDraft draft) {
        if (closed || standing instanceof Standing.Unavailable) {
            return CompletableFuture.completedFuture(false);
        }
        var entry = Waiting.urgently(draft);
        queue.add(entry);
        wake();
        return entry.durable();
    }

    /// Has an entry written that nobody waits for; never blocks.
    public void note(AuditDraft draft) {
        note(Waiting.patiently(draft));
    }

    /// Has an entry written that nobody waits for, of a call that changed nothing; never blocks.
    ///
    /// @param read makes it, on the writing thread: putting many into words at a time costs less
    public void note(Supplier<AuditDraft> read) {
        note(Waiting.patiently(read));
    }

    private void note(Waiting entry) {
        if (closed || standing instanceof Standing.Unavailable || !queue.add(entry)) {
            backlog.add(entry);
        } else if (entry.precious()) {
            outcomesNoted.incrementAndGet();
            watchOutcomes();
        } else {
            after(WRITE_AFTER, writeAlarmed, this::wakeForWhatWaits);
        }
    }

    private void watchOutcomes() {
        if (changeAlarmed.compareAndSet(false, true)) {
            long newest = outcomesNoted.get();
            var _ = ticker.after(FORCE_CHANGE_AFTER, () -> forceOutcomes(newest));
        }
    }

    private void forceOutcomes(long upTo) {
        changeAlarmed.set(false);
        if (outcomesForced.get() < upTo) {
            forceDue.set(true);
            wake();
        } else if (outcomesForced.get() < outcomesNoted.get()) {
            watchOutcomes();
        }
    }

    /// Has all entries so far written and forced; never blocks.
    ///
    /// @return completes with true when they are durable, with false if they cannot be written
    public CompletableFuture<Boolean> flushed() {
        var done = new CompletableFuture<Boolean>();
        thread.execute(
                () -> {
                    forceDue.set(true);
                    work();
                    done.complete(!(standing instanceof Standing.Unavailable));
                });
        return done;
    }

    /// Writes what waits, notes the end and lets the log go; blocks until then. The end of a
    /// process may come from two sides at once: it is noted once, and both wait for it.
    ///
    /// @param patience how long it waits for a slow disk
    public void close(Duration patience) {
        if (closing.compareAndSet(false, true)) {
            var _ = durable(note(NoteKind.CLOSED, 0, "closed in order"));
            closed = true;
            thread.execute(
                    () -> {
                        letGo();
                        gone.complete(true);
                    });
        }
        var _ =
                gone.copy()
                        .completeOnTimeout(false, patience.toMillis(), TimeUnit.MILLISECONDS)
                        .join();
    }

    @Override
    public void close() {
        close(Duration.ofSeconds(2));
    }

    private void wake() {
        if (scheduled.compareAndSet(false, true)) {
            thread.execute(this::work);
        }
    }

    private void wakeForWhatWaits() {
        if (!queue.isEmpty()) {
            wake();
        }
    }

    private void wakeForTheRest() {
        restDue.set(true);
        wake();
    }

    private void after(Duration delay, AtomicBoolean alarmed, Runnable task) {
        if (alarmed.compareAndSet(false, true)) {
            var _ =
                    ticker.after(
                            delay,
                            () -> {
                                alarmed.set(false);
                                task.run();
                            });
        }
    }

    /// A loop top: whatever goes wrong, nobody waits for ever, and it is tried again.
    private void work() {
        scheduled.set(false);
        if (released) {
            return;
        }
        if (standing instanceof Standing.Unavailable && !retryDue.getAndSet(false)) {
            queue.takeAll().forEach(this::giveUp);
            return;
        }
        try {
            makeReady();
            var writer = chain.orElseThrow();
            long outcomes = outcomesNoted.get();
            for (var group = queue.take(); !group.isEmpty(); group = queue.take()) {
                write(group, writer);
                outcomes = forcedUpTo(outcomes);
            }
            boolean rest = restDue.getAndSet(false) && !unforced.isEmpty();
            if (forceDue.getAndSet(false) || rest) {
                force(writer);
                forcedUpTo(outcomes);
            }
        } catch (IOException | RuntimeException e) {
            fail(e);
        }
    }

    /// @param outcomes that were noted before the queue was emptied
    /// @return how many are noted by now
    private long forcedUpTo(long outcomes) {
        if (unforced.isEmpty() && queue.isEmpty()) {
            outcomesForced.set(outcomes);
        }
        return outcomesNoted.get();
    }

    private void makeReady() throws IOException {
        boolean mend = standing instanceof Standing.Unavailable;
        if (chain.isEmpty()) {
            chain = Optional.of(source.open());
        } else if (mend) {
            chain.get().mend();
        }
        if (mend || !backlog.isEmpty()) {
            settle(chain.get());
        }
        if (mend) {
            log.info("The audit log can be written again.");
        }
        standing = new Standing.Working();
    }

    private void settle(ChainWriter writer) throws IOException {
        var debt = backlog.debt();
        var drafts = new ArrayList<AuditDraft>();
        drafts.add(note(NoteKind.GAP, debt.missing(), gap(debt)));
        drafts.addAll(debt.kept());
        writer.append(drafts);
        force(writer);
        backlog.paid(debt);
    }

    private String gap(Backlog.Debt debt) {
        var what =
                "%d entries are missing, %d follow late"
                        .formatted(debt.missing(), debt.kept().size());
        return standing instanceof Standing.Unavailable(var why, var since)
                ? "since %s the log could not be written (%s): %s".formatted(since, why, what)
                : "more calls than could be written: " + what;
    }

    private void write(List<Waiting> group, ChainWriter writer) throws IOException {
        unforced.addAll(group);
        writer.append(group.stream().map(Waiting::draft).toList());
        if (group.stream().anyMatch(Waiting::urgent)) {
            force(writer);
        } else {
            after(FORCE_AFTER, forceAlarmed, this::wakeForTheRest);
        }
    }

    private void force(ChainWriter writer) throws IOException {
        var durable = writer.force();
        unforced.forEach(each -> each.durable().complete(true));
        unforced.clear();
        tell(durable);
    }

    // They are on disk, whatever a listener makes of it.
    private void tell(List<AuditEntry> durable) {
        try {
            listener.accept(durable);
        } catch (RuntimeException e) {
            log.warn("A listener of the audit log failed.", e);
        }
    }

    private void fail(Exception fault) {
        var why = sentence(fault);
        if (standing instanceof Standing.Unavailable(_, Instant since)) {
            standing = new Standing.Unavailable(why, since);
        } else {
            standing = new Standing.Unavailable(why, ticker.now());
            log.warn("The audit log cannot be written, changes are refused: {}", why, fault);
        }
        unforced.forEach(this::giveUp);
        unforced.clear();
        queue.takeAll().forEach(this::giveUp);
        var _ =
                ticker.after(
                        RETRY_AFTER,
                        () -> {
                            retryDue.set(true);
                            wake();
                        });
    }

    private void giveUp(Waiting entry) {
        backlog.add(entry);
        entry.durable().complete(false);
    }

    private void letGo() {
        try {
            if (chain.isPresent()) {
                chain.get().close();
            }
        } catch (IOException e) {
            log.warn("The audit log was not closed in order: {}", sentence(e));
        }
        chain = Optional.empty();
        released = true;
        queue.takeAll().forEach(this::giveUp);
    }

    private AuditDraft note(NoteKind kind, long count, String message) {
        return new AuditDraft(ticker.now(), new AuditFacts.Note(kind, count, message), false);
    }

    private static String sentence(Exception fault) {
        return fault.getMessage() == null
                ? fault.getClass().getSimpleName()
                : "%s: %s".formatted(fault.getClass().getSimpleName(), fault.getMessage());
    }
}
