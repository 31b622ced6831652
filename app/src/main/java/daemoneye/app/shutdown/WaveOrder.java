package daemoneye.app.shutdown;

import daemoneye.app.text.Messages;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// In which order several collectors are shut down.
public enum WaveOrder {
    /// Those whose work others do too come first, so that the least is lost for the longest.
    SHARED_FIRST,
    /// As they were listed when they were chosen.
    LISTED;

    /// @param listed all that were chosen, as they were listed
    /// @param shared those that will be asked, those whose work others do too first
    List<String> of(List<String> listed, List<String> shared) {
        return switch (this) {
            case SHARED_FIRST -> shared;
            case LISTED -> {
                var asked = Set.copyOf(shared);
                yield listed.stream().filter(asked::contains).toList();
            }
        };
    }

    /// The name in bundles and ids.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// For people.
    public String label() {
        return Messages.text("shutdown.order." + key());
    }
}
