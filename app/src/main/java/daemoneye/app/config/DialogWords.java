package daemoneye.app.config;

import daemoneye.app.config.talk.Desk;
import daemoneye.app.config.talk.Snapshot;
import daemoneye.app.text.Messages;
import daemoneye.app.text.SafeText;
import daemoneye.rpc.protocol.time.Ticker;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/// The sentences around a configuration: where it stands, what a change would do, what is in the
/// way. FX thread only.
public final class DialogWords {
    private final ReadOnlyStringWrapper about = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper hindrance = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper apply = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper effect = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper elsewhere = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper putBack = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper dropped = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper warning = new ReadOnlyStringWrapper("");

    DialogWords() {}

    /// Says it all anew.
    void tell(Desk desk, Editing editing, Review review, ConfigDialogViewModel.Stage stage) {
        var base = editing.running();
        int changes = review.keysProperty().get().size();
        about(base.map(each -> each.about(desk.ticker())).orElse(""), changes, stage);
        effect(review.needsRestart(), review.restartProperty().get(), review.isRunning(), changes);
        elsewhere(editing.elsewhere(), desk.ticker());
        putBack(editing.version(), desk.patience());
        warning.set(base.map(each -> SafeText.of(each.snapshot().warning(), 300)).orElse(""));
        dropped.set(
                editing.dropped()
                        .map(
                                each ->
                                        Messages.text(
                                                "config.dropped",
                                                each.typed().count(),
                                                each.what()))
                        .orElse(""));
    }

    private void about(String base, int changes, ConfigDialogViewModel.Stage stage) {
        var text =
                switch (stage) {
                    case LOADING -> Messages.text("config.loading");
                    case UNREADABLE -> Messages.text("config.unread");
                    case EDITING, HELD_BACK ->
                            base
                                    + Messages.text("config.changed", changes)
                                    + Messages.text("config.notSent");
                    case RUNNING -> base + Messages.text("config.changed", changes);
                };
        about.set(text);
    }

    void trouble(String sentence) {
        trouble.set(sentence);
    }

    void hindrance(String refusal) {
        hindrance.set(refusal.isEmpty() ? "" : Messages.text("config.hindrance", refusal));
    }

    void apply(String collector, int changes, OptionalLong backTo) {
        apply.set(
                backTo.isPresent()
                        ? Messages.text(
                                "config.apply.back", collector, Long.toString(backTo.getAsLong()))
                        : Messages.text("config.apply", changes, collector));
    }

    private void effect(boolean needsRestart, boolean restart, boolean running, int changes) {
        var key = "config.will.hot";
        if (changes == 0) {
            key = "config.will.nothing";
        } else if (!running) {
            key = "config.will.start";
        } else if (needsRestart) {
            key = restart ? "config.will.restart" : "config.will.wait";
        }
        effect.set(Messages.text(key));
    }

    private void elsewhere(Optional<Snapshot> now, Ticker ticker) {
        elsewhere.set(
                now.map(
                                each ->
                                        Messages.text(
                                                "config.elsewhere",
                                                Long.toString(each.version()),
                                                RunningVersion.origin(each, ticker),
                                                because(each)))
                        .orElse(""));
    }

    private static String because(Snapshot snapshot) {
        var reason = SafeText.of(snapshot.reason(), 120);
        return reason.isEmpty() ? "" : Messages.text("config.because", reason);
    }

    private void putBack(long version, Duration patience) {
        putBack.set(Messages.text("config.putBack", Long.toString(version), patience.toSeconds()));
    }

    /// "running version 31 (kim, 3 d ago), read 2 s ago · 3 keys changed · nothing sent yet".
    public ReadOnlyStringProperty aboutProperty() {
        return about.getReadOnlyProperty();
    }

    /// Why the last question was not answered; empty if it was.
    public ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /// Why nothing can be sent at all, e.g. without a link; empty otherwise.
    public ReadOnlyStringProperty hindranceProperty() {
        return hindrance.getReadOnlyProperty();
    }

    /// Verb and object: "Apply 3 changes to procmond".
    public ReadOnlyStringProperty applyProperty() {
        return apply.getReadOnlyProperty();
    }

    /// What it will do to the collector.
    public ReadOnlyStringProperty effectProperty() {
        return effect.getReadOnlyProperty();
    }

    /// Who changed what meanwhile; empty if nobody did.
    public ReadOnlyStringProperty elsewhereProperty() {
        return elsewhere.getReadOnlyProperty();
    }

    /// What of the edits gave way to something else; empty if nothing did.
    public ReadOnlyStringProperty droppedProperty() {
        return dropped.getReadOnlyProperty();
    }

    /// The words of the choice to put the version before back.
    public ReadOnlyStringProperty putBackProperty() {
        return putBack.getReadOnlyProperty();
    }

    /// What the agent has to say of its own records; usually empty.
    public ReadOnlyStringProperty warningProperty() {
        return warning.getReadOnlyProperty();
    }
}
