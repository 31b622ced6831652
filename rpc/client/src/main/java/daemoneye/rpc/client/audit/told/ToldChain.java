package daemoneye.rpc.client.audit.told;

import daemoneye.rpc.client.audit.EntryFields;
import daemoneye.rpc.client.audit.format.AuditFacts;
import daemoneye.rpc.client.audit.format.AuditLine;
import daemoneye.rpc.client.audit.format.Digest;
import daemoneye.rpc.client.audit.format.MalformedEntry;
import daemoneye.rpc.client.audit.read.Fault;
import daemoneye.rpc.client.audit.told.ToldVerdict.Bad;
import daemoneye.rpc.client.audit.told.ToldVerdict.Span;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Verifies entries that an agent has told, without its files: each is put back into its line and
/// hashed, and must continue the one before it.
///
/// Proves that what was told is what was written, one after the other. Proves nothing about what
/// was not told: what came before the first, what was cut off after the last, and whether the files
/// agree. For one thread.
public final class ToldChain {
    private final String process;
    private final TreeMap<Long, AuditLine> lines = new TreeMap<>();
    private final List<Span> missing = new ArrayList<>();
    private Optional<Bad> bad = Optional.empty();
    private long unknown;
    private long entries;

    private ToldChain(String process) {
        this.process = process;
    }

    /// @param told entries of one log as answers and events have them, in any order; the same one
    ///     may come twice
    public static ToldVerdict verify(String process, Collection<Map<String, ConfigValue>> told) {
        var chain = new ToldChain(process);
        told.forEach(chain::take);
        chain.follow();
        return chain.verdict();
    }

    private void take(Map<String, ConfigValue> fields) {
        try {
            var line = EntryFields.line(fields);
            var known = lines.putIfAbsent(line.sequence(), line);
            if (known != null && !known.hash().equals(line.hash())) {
                bad(line, Fault.CHAIN);
            }
        } catch (MalformedEntry _) {
            unknown++;
        }
    }

    private void follow() {
        Optional<AuditLine> before = Optional.empty();
        for (var line : lines.values()) {
            if (!isBadBy(line)) {
                fault(before, line).ifPresent(fault -> bad(line, fault));
            }
            if (isBadBy(line)) {
                return;
            }
            entries++;
            before = Optional.of(line);
        }
    }

    private boolean isBadBy(AuditLine line) {
        return bad.filter(known -> known.sequence() <= line.sequence()).isPresent();
    }

    private Optional<Fault> fault(Optional<AuditLine> before, AuditLine line) {
        if (!line.intact()) {
            return Optional.of(Fault.HASH);
        }
        if (isEvidence(line)) {
            return Optional.of(Fault.NOTED);
        }
        long expected = before.map(one -> one.sequence() + 1).orElse(line.sequence());
        if (line.sequence() > expected) {
            missing.add(new Span(expected, line.sequence() - 1));
            return Optional.empty();
        }
        return line.previous().equals(previous(before, line))
                ? Optional.empty()
                : Optional.of(Fault.CHAIN);
    }

    private static String previous(Optional<AuditLine> before, AuditLine line) {
        var unseen = line.sequence() == 1 ? Digest.NONE : line.previous();
        return before.map(AuditLine::hash).orElse(unseen);
    }

    private static boolean isEvidence(AuditLine line) {
        try {
            return line.entry().facts() instanceof AuditFacts.Note(var kind, _, _)
                    && kind.evidence();
        } catch (MalformedEntry e) {
            throw new IllegalStateException("a line made here cannot be read", e);
        }
    }

    private void bad(AuditLine line, Fault fault) {
        if (!isBadBy(line)) {
            bad = Optional.of(new Bad(line.sequence(), fault));
        }
    }

    private ToldVerdict verdict() {
        long first = lines.isEmpty() ? 0 : lines.firstKey();
        long last = lines.isEmpty() ? 0 : lines.lastKey();
        return new ToldVerdict(process, entries, first, last, bad, missing, unknown);
    }
}
