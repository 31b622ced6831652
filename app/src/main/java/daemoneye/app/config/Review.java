package daemoneye.app.config;

import daemoneye.app.config.diff.DiffViewModel;
import daemoneye.app.config.draft.Change;
import daemoneye.app.config.draft.DraftViewModel;
import daemoneye.app.config.talk.Desk;
import daemoneye.app.guard.Guard;
import daemoneye.app.text.Messages;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.payload.ConfigUpdateRequest;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What would be sent: the changes with their verdicts, compared with what runs, and how it shall
/// be done. FX thread only.
final class Review {
    private final Desk desk;
    private final CollectorId id;
    private final Editing editing;
    private final DryRunViewModel dry;
    private final DiffViewModel diff;
    private final ReadOnlyObjectWrapper<List<KeyRow>> keys = new ReadOnlyObjectWrapper<>(List.of());
    private final BooleanProperty restart = new SimpleBooleanProperty(true);
    private final BooleanProperty putBack = new SimpleBooleanProperty(true);

    Review(Desk desk, CollectorId id, Editing editing, DryRunViewModel dry) {
        this.desk = desk;
        this.id = id;
        this.editing = editing;
        this.dry = dry;
        this.diff = new DiffViewModel(desk.background(), desk.fxThread());
    }

    /// Looks at the edits again.
    void refresh() {
        keys.set(
                editing.draftProperty().get().stream()
                        .flatMap(each -> each.changes().stream())
                        .map(change -> KeyRow.of(change, dry))
                        .toList());
    }

    void compare() {
        editing.draftProperty()
                .get()
                .ifPresent(now -> diff.compare(now.runningText(), now.yourText()));
    }

    boolean canAsk() {
        return editing.elsewhere().isEmpty() && editing.isSound() && !editing.nothingToSend();
    }

    /// Why it cannot be sent as it is; empty if it can.
    Optional<String> hindrance() {
        if (editing.elsewhere().isPresent()) {
            return Optional.of(Messages.text("config.decideFirst"));
        }
        var fault = editing.draftProperty().get().flatMap(DraftViewModel::fault);
        if (fault.isPresent()) {
            return fault;
        }
        return editing.nothingToSend()
                ? Optional.of(Messages.text("config.nothing"))
                : dry.hindrance();
    }

    ConfigUpdateRequest wish(boolean validateOnly, Optional<String> reason) {
        return new ConfigUpdateRequest(
                id,
                editing.wish(),
                validateOnly,
                restarts() && !validateOnly,
                putBack.get(),
                OptionalLong.of(editing.version()),
                reason,
                editing.backTo());
    }

    List<Change> changes() {
        return keys.get().stream().map(KeyRow::change).toList();
    }

    /// Whether the collector is restarted for it.
    boolean restarts() {
        return restart.get() && needsRestart() && isRunning();
    }

    boolean needsRestart() {
        return keys.get().stream().anyMatch(each -> each.change().restart());
    }

    boolean isRunning() {
        return Guard.view(desk.fleet().snapshot(), id.text())
                .filter(view -> view.state().hasProcess())
                .isPresent();
    }

    DryRunViewModel dry() {
        return dry;
    }

    DiffViewModel diff() {
        return diff;
    }

    ReadOnlyObjectProperty<List<KeyRow>> keysProperty() {
        return keys.getReadOnlyProperty();
    }

    BooleanProperty restartProperty() {
        return restart;
    }

    BooleanProperty putBackProperty() {
        return putBack;
    }
}
