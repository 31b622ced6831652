package daemoneye.app.config;

import daemoneye.app.config.draft.DraftViewModel;
import daemoneye.app.config.draft.Rules;
import daemoneye.app.config.talk.Desk;
import daemoneye.app.config.talk.Reply;
import daemoneye.app.config.talk.Snapshot;
import daemoneye.rpc.protocol.payload.ConfigUpdateRequest;
import daemoneye.rpc.protocol.value.ConfigValue;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// The edits and the version they are made against. A newer version never replaces that by itself:
/// it stands beside it until a person decides. FX thread only.
final class Editing {
    private final Desk desk;
    private final Runnable onEdit;
    private final ReadOnlyObjectWrapper<Optional<DraftViewModel>> draft =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<RunningVersion> running = Optional.empty();
    private Optional<Snapshot> elsewhere = Optional.empty();
    private OptionalLong backTo = OptionalLong.empty();
    private boolean previewing;
    private long lastSeen;

    Editing(Desk desk, Runnable onEdit) {
        this.desk = desk;
        this.onEdit = onEdit;
    }

    /// Takes what was read. The same version is fresh again; another one stands beside ours.
    void take(Snapshot snapshot) {
        if (draft.get().isEmpty()) {
            start(snapshot);
        } else if (version() != snapshot.version()) {
            elsewhere = Optional.of(snapshot);
        } else {
            running = Optional.of(fresh(snapshot));
        }
    }

    private RunningVersion fresh(Snapshot snapshot) {
        return new RunningVersion(snapshot, desk.ticker().nanos());
    }

    private void start(Snapshot snapshot) {
        running = Optional.of(fresh(snapshot));
        var rules = Rules.of(snapshot.schema(), snapshot.values());
        desk.background().execute(rules::warm);
        var made = new DraftViewModel(rules, snapshot.values());
        made.revisionProperty().subscribe((_, _) -> edited());
        draft.set(Optional.of(made));
    }

    private void edited() {
        if (!previewing) {
            backTo = OptionalLong.empty();
        }
        onEdit.run();
    }

    /// Makes the version that stands beside ours the one that edits are made against.
    void rebase(boolean keepMine) {
        elsewhere.ifPresent(now -> rebase(now, keepMine));
    }

    void rebase(Snapshot now, boolean keepMine) {
        running = Optional.of(fresh(now));
        elsewhere = Optional.empty();
        draft.get().ifPresent(each -> each.rebase(now.values(), keepMine));
    }

    /// Takes the values of an older version as edits; they are sent as the way back to it.
    void preview(Snapshot old) {
        previewing = true;
        draft.get()
                .ifPresent(
                        each -> {
                            running.ifPresent(now -> each.rebase(now.snapshot().values(), false));
                            each.put(old.values());
                        });
        previewing = false;
        backTo = OptionalLong.of(old.version());
    }

    /// Whether beats that name this version are a reason to read again: once for each other one.
    boolean isNews(long seen) {
        boolean news = running.isPresent() && version() != seen && seen != lastSeen;
        if (news) {
            lastSeen = seen;
        }
        return news;
    }

    boolean nothingToSend() {
        return backTo.isEmpty() && draft.get().map(each -> each.changes().isEmpty()).orElse(true);
    }

    boolean isSound() {
        return draft.get().filter(each -> each.fault().isEmpty()).isPresent();
    }

    boolean hasEdits() {
        return draft.get()
                .filter(
                        each ->
                                !each.changes().isEmpty()
                                        || each.troubleProperty().get().isPresent())
                .isPresent();
    }

    /// The changes as they are sent.
    Map<String, ConfigValue> wish() {
        return backTo.isPresent()
                ? Map.of()
                : draft.get().map(DraftViewModel::wish).orElse(Map.of());
    }

    /// The number of the version that edits are made against; 0 before it is known.
    long version() {
        return running.map(RunningVersion::number).orElse(0L);
    }

    Optional<RunningVersion> running() {
        return running;
    }

    /// The version that somebody else made meanwhile.
    Optional<Snapshot> elsewhere() {
        return elsewhere;
    }

    /// The version to go back to; see [ConfigUpdateRequest#rollbackTo].
    OptionalLong backTo() {
        return backTo;
    }

    ReadOnlyObjectProperty<Optional<DraftViewModel>> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    /// Whether an answer to a question leaves something to edit.
    boolean takes(Reply<Snapshot> reply) {
        if (reply instanceof Reply.Got(var snapshot)) {
            take(snapshot);
        }
        return draft.get().isPresent();
    }
}
