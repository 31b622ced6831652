package daemoneye.app.demo.script;

import daemoneye.app.demo.script.line.Line;
import daemoneye.app.demo.script.line.LineFault;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The collectors of a tour.
///
/// @param real processes of their own
/// @param scripted ones whose faults the tour decides
record Cast(List<String> real, List<String> scripted) {
    /// What every agent of this product runs.
    static final List<String> STANDARD = List.of("procmond", "netmond", "fsmond", "perfmond");

    Cast {
        real = List.copyOf(real);
        scripted = List.copyOf(scripted);
    }

    List<String> everybody() {
        return Stream.concat(real.stream(), scripted.stream()).toList();
    }

    String anybody(Line line) throws LineFault {
        return one(line, "a collector", everybody());
    }

    String real(Line line) throws LineFault {
        return one(line, "a collector with a process", real);
    }

    String scripted(Line line) throws LineFault {
        return one(line, "a scripted collector", scripted);
    }

    private static String one(Line line, String what, List<String> known) throws LineFault {
        int column = line.column();
        var name = line.plain(what);
        if (!known.contains(name)) {
            var choice =
                    known.isEmpty() ? "this tour has none" : "expected " + String.join(", ", known);
            throw new LineFault(column, name + " is not " + what + " of this tour: " + choice);
        }
        return name;
    }

    /// Whether these can be started as processes.
    static Set<String> startable() {
        return Set.copyOf(STANDARD);
    }
}
