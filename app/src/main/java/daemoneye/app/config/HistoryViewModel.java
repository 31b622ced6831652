package daemoneye.app.config;

import daemoneye.app.config.diff.DiffViewModel;
import daemoneye.app.config.draft.JsonText;
import daemoneye.app.config.talk.ConfigTalk;
import daemoneye.app.config.talk.HistoryEntry;
import daemoneye.app.config.talk.Reply;
import daemoneye.app.config.talk.Snapshot;
import daemoneye.app.text.Messages;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The versions of a configuration: who, when, why, how long; any two compared. FX thread only.
public final class HistoryViewModel {
    /// As many as an agent keeps.
    private static final int MOST = 200;

    private final ConfigTalk talk;
    private final DiffViewModel diff;
    private final ObservableList<HistoryRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper title =
            new ReadOnlyStringWrapper(Messages.text("config.history.choose"));
    private final Map<Long, Snapshot> known = new HashMap<>();
    private List<Long> chosen = List.of();

    HistoryViewModel(ConfigTalk talk, DiffViewModel diff) {
        this.talk = talk;
        this.diff = diff;
    }

    /// Reads it again.
    public void read() {
        talk.history(MOST, this::take);
    }

    private void take(Reply<List<HistoryEntry>> reply) {
        switch (reply) {
            case Reply.Got(var entries) -> {
                trouble.set("");
                var fresh = entries.stream().map(HistoryRow::of).toList();
                if (!fresh.equals(rows)) {
                    rows.setAll(fresh);
                }
            }
            case Reply.Trouble<List<HistoryEntry>> failed -> trouble.set(failed.sentence());
        }
    }

    /// Compares what is chosen: two versions with each other, one with what it followed.
    public void choose(List<Long> versions) {
        chosen = versions.stream().sorted().limit(2).toList();
        if (chosen.isEmpty()) {
            title.set(Messages.text("config.history.choose"));
            diff.compare("", "");
            return;
        }
        long newer = chosen.getLast();
        long older = chosen.size() == 2 ? chosen.getFirst() : before(newer);
        title.set(Messages.text("config.history.diff", text(older), text(newer)));
        fetch(older, from -> fetch(newer, to -> compare(from, to)));
    }

    private static String text(long version) {
        return Long.toString(version);
    }

    private long before(long version) {
        return rows.stream()
                .mapToLong(HistoryRow::version)
                .filter(each -> each < version)
                .max()
                .orElse(version);
    }

    private void compare(Snapshot from, Snapshot to) {
        trouble.set("");
        diff.compare(JsonText.of(from.values()), JsonText.of(to.values()));
    }

    /// Hands a version on, once it is there.
    void fetch(long version, Consumer<Snapshot> then) {
        var there = Optional.ofNullable(known.get(version));
        if (there.isPresent()) {
            then.accept(there.get());
            return;
        }
        talk.version(
                version,
                reply -> {
                    switch (reply) {
                        case Reply.Got(var snapshot) -> {
                            known.put(version, snapshot);
                            then.accept(snapshot);
                        }
                        case Reply.Trouble<Snapshot> failed -> trouble.set(failed.sentence());
                    }
                });
    }

    /// The one version to go back to or to export: the older one of what is chosen.
    public Optional<Long> chosen() {
        return chosen.stream().findFirst();
    }

    /// The chosen version as JSON, once it is there; secrets masked.
    public void export(Consumer<String> then) {
        chosen().ifPresent(
                        version ->
                                fetch(
                                        version,
                                        snapshot -> then.accept(JsonText.of(snapshot.values()))));
    }

    public DiffViewModel diff() {
        return diff;
    }

    /// Newest first.
    public ObservableList<HistoryRow> rows() {
        return rows;
    }

    /// Why it cannot be shown; empty if it can.
    public ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /// What is compared.
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }
}
