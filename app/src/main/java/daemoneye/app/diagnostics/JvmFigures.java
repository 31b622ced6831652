package daemoneye.app.diagnostics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The JVM: its options without the values of system properties, of which only harmless ones are
/// kept, and its memory.
final class JvmFigures {
    private static final Pattern PROPERTY = Pattern.compile("-D([^=]+)=.*", Pattern.DOTALL);
    private static final Pattern HARMLESS =
            Pattern.compile(
                    "(glass|prism|javafx|quantum)\\..*|file\\.encoding|java\\.awt\\.headless");

    private JvmFigures() {}

    static Map<String, Object> of(List<String> arguments) {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("options", arguments.stream().map(JvmFigures::shown).toList());
        var runtime = Runtime.getRuntime();
        figures.put("processors", runtime.availableProcessors());
        figures.put("heap_used_mb", (runtime.totalMemory() - runtime.freeMemory()) >> 20);
        figures.put("heap_most_mb", runtime.maxMemory() >> 20);
        figures.put("threads", Thread.activeCount());
        return figures;
    }

    private static String shown(String argument) {
        var property = PROPERTY.matcher(argument);
        if (!property.matches() || HARMLESS.matcher(property.group(1)).matches()) {
            return argument;
        }
        return "-D" + property.group(1) + "=" + Redaction.MARK;
    }
}
