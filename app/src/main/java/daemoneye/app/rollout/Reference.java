package daemoneye.app.rollout;

import daemoneye.app.config.diff.DiffViewModel;
import daemoneye.app.config.draft.DraftViewModel;
import daemoneye.app.config.draft.Rules;
import daemoneye.app.config.talk.ConfigTalk;
import daemoneye.app.config.talk.Desk;
import daemoneye.app.config.talk.Reply;
import daemoneye.app.config.talk.Snapshot;
import daemoneye.app.text.Messages;
import daemoneye.rpc.protocol.id.CollectorId;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

import java.util.Optional;

/// The one of several collectors whose values the form begins with. What is typed stays when
/// another
/// one is chosen; only what is typed travels. FX thread only.
public final class Reference {
    private final Desk desk;
    private final ObjectProperty<String> collector;
    private final DiffViewModel diff;
    private final Runnable onChange;
    private final ReadOnlyObjectWrapper<Optional<DraftViewModel>> draft =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper about = new ReadOnlyStringWrapper("");

    Reference(Desk desk, String first, Runnable onChange) {
        this.desk = desk;
        this.onChange = onChange;
        this.collector = new SimpleObjectProperty<>(first);
        this.diff = new DiffViewModel(desk.background(), desk.fxThread());
        collector.subscribe((_, _) -> read());
    }

    /// Reads what runs there; what is typed stays.
    public void read() {
        var asked = collector.get();
        trouble.set("");
        new ConfigTalk(desk.operations().calls(), new CollectorId(asked), desk.fxThread())
                .current(
                        reply -> {
                            if (asked.equals(collector.get())) {
                                take(reply);
                            }
                        });
    }

    private void take(Reply<Snapshot> reply) {
        switch (reply) {
            case Reply.Trouble<Snapshot> failed -> trouble.set(failed.sentence());
            case Reply.Got(var snapshot) -> start(snapshot);
        }
        onChange.run();
    }

    private void start(Snapshot snapshot) {
        about.set(Messages.text("rollout.about", Long.toString(snapshot.version())));
        var rules = Rules.of(snapshot.schema(), snapshot.values());
        desk.background().execute(rules::warm);
        var made = new DraftViewModel(rules, snapshot.values());
        draft.get().map(DraftViewModel::typed).ifPresent(made::type);
        made.revisionProperty().subscribe((_, _) -> edited());
        draft.set(Optional.of(made));
        compare();
    }

    private void edited() {
        compare();
        onChange.run();
    }

    private void compare() {
        draft.get().ifPresent(each -> diff.compare(each.runningText(), each.yourText()));
    }

    /// Why there is nothing to send yet; empty if there is.
    Optional<String> hindrance() {
        if (draft.get().isEmpty()) {
            return Optional.of(Messages.text("config.loading"));
        }
        var fault = draft.get().flatMap(DraftViewModel::fault);
        return fault.isPresent() || count() > 0
                ? fault
                : Optional.of(Messages.text("config.nothing"));
    }

    /// How many settings are changed.
    public int count() {
        return draft.get().map(each -> each.changes().size()).orElse(0);
    }

    boolean hasEdits() {
        return draft.get().filter(each -> !each.typed().isNothing()).isPresent();
    }

    /// Another one may be chosen.
    public ObjectProperty<String> collectorProperty() {
        return collector;
    }

    /// Empty until it has been read.
    public ReadOnlyObjectProperty<Optional<DraftViewModel>> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    /// Its text against the edited one.
    public DiffViewModel diff() {
        return diff;
    }

    /// Why it could not be read; empty if it could.
    public ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /// "its running version 31".
    public ReadOnlyStringProperty aboutProperty() {
        return about.getReadOnlyProperty();
    }
}
