package daemoneye.app.palette;

import daemoneye.app.calls.CollectorAction;

import java.util.List;

/// What a line means.
public sealed interface Parsed {
    /// Nothing is written yet.
    record Nothing() implements Parsed {}

    /// It cannot be done.
    ///
    /// @param why one sentence that says what to write instead
    record Wrong(String why) implements Parsed {}

    /// An action on collectors; still to go through the guard.
    ///
    /// @param targets ids, each once, at least one
    record Act(CollectorAction action, List<String> targets) implements Parsed {
        public Act {
            targets = List.copyOf(targets);
        }
    }

    /// Anything else.
    ///
    /// @param argument what follows the verb; for `open` the name of a page
    record Do(Command command, String argument) implements Parsed {}
}
