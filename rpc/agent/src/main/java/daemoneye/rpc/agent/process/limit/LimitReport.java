package daemoneye.rpc.agent.process.limit;

import java.util.ArrayList;
import java.util.List;

/// What became of the limits that were asked for; each a sentence for people that begins with the
/// limit's name.
///
/// @param applied with how, e.g. "max_open_files: 256, as RLIMIT_NOFILE"
/// @param notApplied with why, and what to do
public record LimitReport(List<String> applied, List<String> notApplied) {
    /// None were asked for.
    public static final LimitReport NONE = new LimitReport(List.of(), List.of());

    public LimitReport {
        applied = List.copyOf(applied);
        notApplied = List.copyOf(notApplied);
    }

    static LimitReport applied(String sentence) {
        return new LimitReport(List.of(sentence), List.of());
    }

    static LimitReport notApplied(String sentence) {
        return new LimitReport(List.of(), List.of(sentence));
    }

    LimitReport and(LimitReport more) {
        var all = new ArrayList<>(applied);
        all.addAll(more.applied);
        var not = new ArrayList<>(notApplied);
        not.addAll(more.notApplied);
        return new LimitReport(all, not);
    }
}
