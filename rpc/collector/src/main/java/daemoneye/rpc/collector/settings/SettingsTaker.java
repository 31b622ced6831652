package daemoneye.rpc.collector.settings;

import java.io.IOException;

/// Something that must be made anew when settings change, and may fail at it, e.g. the watch of
/// folders. What only reads a number asks [LiveSettings#now()] instead.
@FunctionalInterface
public interface SettingsTaker {
    /// Called on the thread of the change, before the new settings are there for everybody; again
    /// with the old ones if the change is taken back.
    ///
    /// @throws IOException with a reason for people; what was before works on
    void take(CollectorSettings before, CollectorSettings after) throws IOException;
}
