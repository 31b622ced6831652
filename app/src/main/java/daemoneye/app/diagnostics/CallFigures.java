package daemoneye.app.diagnostics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How calls went: for each operation how many ended how, and how long they took.
final class CallFigures {
    private CallFigures() {}

    static Map<String, Object> of(List<CallFact> calls) {
        var byOperation = new TreeMap<String, Object>();
        calls.stream()
                .map(CallFact::operation)
                .distinct()
                .forEach(
                        operation ->
                                byOperation.put(
                                        operation,
                                        figures(
                                                calls.stream()
                                                        .filter(
                                                                each ->
                                                                        each.operation()
                                                                                .equals(operation))
                                                        .toList())));
        var figures = new LinkedHashMap<String, Object>();
        figures.put("calls", calls.size());
        figures.put("operations", byOperation);
        return figures;
    }

    private static Map<String, Object> figures(List<CallFact> calls) {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("calls", calls.size());
        var states = new TreeMap<String, Integer>();
        calls.forEach(each -> states.merge(each.state(), 1, Integer::sum));
        figures.put("ended", states);
        var took =
                calls.stream()
                        .mapToLong(CallFact::tookMillis)
                        .filter(each -> each >= 0)
                        .sorted()
                        .toArray();
        if (took.length > 0) {
            figures.put("median_ms", took[took.length / 2]);
            figures.put("longest_ms", took[took.length - 1]);
        }
        return figures;
    }
}
