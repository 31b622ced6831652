package daemoneye.app.config.apply;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.ArrayList;
import java.util.List;

/// The steps so far; only the last one can still change. FX thread only.
final class RunSteps {
    private final ReadOnlyObjectWrapper<List<RunStep>> all = new ReadOnlyObjectWrapper<>(List.of());
    private boolean running;

    void begin(String name) {
        running = true;
        var more = new ArrayList<>(all.get());
        more.add(new RunStep(RunStep.Mark.RUNNING, name, ""));
        all.set(List.copyOf(more));
    }

    void detail(String text) {
        if (running) {
            replace(RunStep.Mark.RUNNING, text);
        }
    }

    /// @param text takes the place of the detail; an empty one leaves it
    void end(RunStep.Mark mark, String text) {
        replace(mark, text.isEmpty() ? all.get().getLast().detail() : text);
        running = false;
    }

    private void replace(RunStep.Mark mark, String text) {
        var changed = new ArrayList<>(all.get());
        var last = changed.removeLast();
        changed.add(new RunStep(mark, last.name(), text));
        all.set(List.copyOf(changed));
    }

    ReadOnlyObjectProperty<List<RunStep>> allProperty() {
        return all.getReadOnlyProperty();
    }
}
