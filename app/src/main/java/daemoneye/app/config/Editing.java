package daemoneye.app.config;

import daemoneye.app.config.draft.DraftViewModel;
import daemoneye.app.config.draft.Rules;
import daemoneye.app.config.draft.Typed;
import daemoneye.app.config.talk.Desk;
import daemoneye.app.config.talk.Reply;
import daemoneye.app.config.talk.Snapshot;
import daemoneye.app.text.Messages;
import daemoneye.rpc.protocol.payload.ConfigUpdateRequest;
import daemoneye.rpc.protocol.value.ConfigValue;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.HashMap;
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
    private Optional<Dropped> dropped = Optional.empty();
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
        elsewhere.ifPresent(
                now -> {
                    if (keepMine) {
                        rebase(now, true);
                    } else {
                        dropFor(forVersion(now), () -> rebase(now, false));
                    }
                });
    }

    /// Gives up what was typed, but remembers it.
    private void dropFor(String what, Runnable change) {
        var typed = draft.get().map(DraftViewModel::typed).filter(each -> !each.isNothing());
        change.run();
        dropped = typed.map(each -> new Dropped(each, left(), what));
    }

    private Map<String, String> left() {
        return draft.get().map(each -> each.typed().fields()).orElse(Map.of());
    }

    /// Types again what was given up.
    void undoDrop() {
        dropped.ifPresent(
                before -> {
                    dropped = Optional.empty();
                    draft.get().ifPresent(each -> bringBack(each, before));
                });
    }

    // What was typed since stays, except where both are about the same setting.
    private void bringBack(DraftViewModel now, Dropped before) {
        var since = new HashMap<>(left());
        since.entrySet().removeAll(before.left().entrySet());
        backTo = OptionalLong.empty();
        running.ifPresent(each -> now.rebase(each.snapshot().values(), false));
        now.type(new Typed(since, Optional.empty()));
        now.type(before.typed());
    }

    /// What was given up is not wanted any more.
    void forgetDropped() {
        dropped = Optional.empty();
    }

    Optional<Dropped> dropped() {
        return dropped;
    }

    /// Edits that gave way.
    ///
    /// @param left what stood in the fields in their place
    /// @param what they gave way to, in words
    record Dropped(Typed typed, Map<String, String> left, String what) {}

    void rebase(Snapshot now, boolean keepMine) {
        running = Optional.of(fresh(now));
        elsewhere = Optional.empty();
        draft.get().ifPresent(each -> each.rebase(now.values(), keepMine));
    }

    /// Takes the values of an older version as edits; they are sent as the way back to it.
    void preview(Snapshot old) {
        dropFor(forVersion(old), () -> fill(old));
    }

    private static String forVersion(Snapshot snapshot) {
        return Messages.text("config.dropped.version", Long.toString(snapshot.version()));
    }

    /// Takes a text in place of the edits.
    void takeFile(String text) {
        dropFor(
                Messages.text("config.dropped.file"),
                () -> draft.get().ifPresent(each -> each.type(text)));
    }

    /// Gives up a text that is wrong: the fields hold.
    void dropText() {
        dropFor(
                Messages.text("config.dropped.nothing"),
                () -> draft.get().ifPresent(DraftViewModel::dropText));
    }

    private void fill(Snapshot old) {
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
