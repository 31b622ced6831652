package daemoneye.app.demo.script;

import daemoneye.app.demo.script.line.ScriptFault;
import daemoneye.app.demo.tour.Walkthrough;

import java.util.List;

/// A tour, or everything that is wrong with it.
public sealed interface Parsed {
    /// It can be run.
    record Tour(Walkthrough walkthrough) implements Parsed {}

    /// At least one fault, in the order of the lines.
    record Faulty(List<ScriptFault> faults) implements Parsed {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }
}
