package daemoneye.app.guard;

import daemoneye.app.calls.CollectorAction;

import java.util.List;

/// What a person wants done, before anybody has asked back.
///
/// @param targets collector ids, each once, in the order in which it shall happen
public record Intent(CollectorAction action, List<String> targets) {
    /// @throws IllegalArgumentException if there is no target
    public Intent {
        targets = targets.stream().distinct().toList();
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("an action needs something to act on");
        }
    }

    static Intent on(CollectorAction action, String collector) {
        return new Intent(action, List.of(collector));
    }

    /// Verb and object: "Stop procmond", "Stop 3 collectors".
    public String title() {
        return targets.size() == 1
                ? action.title(targets.getFirst())
                : action.title(targets.size());
    }

    Intent only(List<String> fewer) {
        return new Intent(action, fewer);
    }
}
