package daemoneye.app.config.apply;

import daemoneye.app.calls.CollectorAction;
import daemoneye.app.config.draft.Change;
import daemoneye.app.config.talk.Snapshot;
import daemoneye.app.guard.Intent;
import daemoneye.app.text.Messages;
import daemoneye.rpc.protocol.payload.ConfigUpdateRequest;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// A change that a person wants, and what held before.
///
/// @param running what held when it was made
/// @param changes the same in words, setting by setting
/// @param putBack whether that is put back if the collector is not well afterwards
public record Wish(
        ConfigUpdateRequest request, Snapshot running, List<Change> changes, boolean putBack) {
    public Wish {
        changes = List.copyOf(changes);
    }

    /// Whom it is for.
    public String collector() {
        return request.collectorId().text();
    }

    Intent intent() {
        return new Intent(CollectorAction.CONFIGURE, List.of(collector()));
    }

    /// The version that held before.
    long base() {
        return running.version();
    }

    Set<String> names() {
        return request.configChanges().keySet();
    }

    /// The way back to what held before. It stays also where the collector does not take it: it may
    /// be dying of what it has, and is started again with what is stored.
    ///
    /// @param version that holds now
    /// @param waited for good beats
    ConfigUpdateRequest back(long version, Duration waited) {
        return new ConfigUpdateRequest(
                request.collectorId(),
                Map.of(),
                false,
                request.restartRequired(),
                false,
                OptionalLong.of(version),
                Optional.of(
                        Messages.text(
                                "config.putBack.reason",
                                waited.toSeconds(),
                                Long.toString(version))),
                OptionalLong.of(base()));
    }

    /// Whether the old values hold again: a change is one more version, the way back another.
    boolean isUndoneBy(Snapshot now) {
        return now.version() >= base() + 2 && now.values().equals(running.values());
    }
}
