package daemoneye.app.shutdown;

import daemoneye.app.calls.CallTerms;
import daemoneye.app.guard.Ask;
import daemoneye.app.guard.ConfirmViewModel;
import daemoneye.app.guard.GuardViewModel;
import daemoneye.app.guard.Intent;
import daemoneye.app.text.Messages;
import daemoneye.rpc.protocol.id.Incarnation;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/// How several collectors are to be shut down, and in which order. What becomes of each is told by
/// whoever begins it. FX thread only.
public final class ShutdownSeveralViewModel {
    private final GuardViewModel guard;
    private final Map<String, Incarnation> lives;
    private final BiConsumer<Intent, Map<String, CallTerms>> begin;
    private final Runnable onOver;
    private final ReadOnlyObjectWrapper<ShutdownForm> form;
    private final ReadOnlyObjectWrapper<List<String>> targets =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<String>> impact =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");

    /// @param listed all that somebody chose, as they were listed
    /// @param begin given the targets in their order, and the terms of each
    /// @param onOver runs when it has been begun, or waits for that
    ShutdownSeveralViewModel(
            Ask.Question asked,
            List<String> listed,
            GuardViewModel guard,
            BiConsumer<Intent, Map<String, CallTerms>> begin,
            Runnable onOver) {
        this.guard = guard;
        this.lives = guard.lives(listed);
        this.begin = begin;
        this.onOver = onOver;
        this.form =
                new ReadOnlyObjectWrapper<>(
                        new ShutdownForm(guard, asked, listed, this::confirmed));
        follow(form.get());
    }

    private void follow(ShutdownForm shown) {
        shown.orderProperty().subscribe(_ -> describe());
        shown.confirm().questionProperty().subscribe(_ -> describe());
    }

    private void describe() {
        var asked = form.get().confirm().questionProperty().get();
        title.set(Messages.text("guard.title", asked.stakes().intent().title()));
        targets.set(form.get().inOrder());
        var lines = new ArrayList<>(asked.stakes().impact());
        lines.add(Messages.text("shutdown.impact.notAgain.several"));
        impact.set(List.copyOf(lines));
    }

    private void confirmed(ConfirmViewModel answer) {
        if (answer.questionProperty().get().held()) {
            send();
        } else {
            // All but one have ended meanwhile: what is left is a question like any other.
            guard.holdBack(form.get().intent(), this::send);
            onOver.run();
        }
    }

    private void send() {
        switch (guard.decide(form.get().intent())) {
            case Ask.Question asked -> {
                begin(asked);
                onOver.run();
            }
            case Ask.Refused(var why) -> {
                refusal.set(why);
                guard.tell(form.get().intent(), why);
                var again =
                        form.get()
                                .again(
                                        form.get().confirm().questionProperty().get(),
                                        this::confirmed);
                form.set(again);
                follow(again);
            }
            case Ask.AtOnce _, Ask.WithUndo _ -> onOver.run();
        }
    }

    private void begin(Ask.Question asked) {
        var chosen = form.get();
        var ids =
                chosen.orderProperty()
                        .get()
                        .of(chosen.targets(), asked.stakes().intent().targets());
        var terms = new HashMap<String, CallTerms>();
        ids.forEach(id -> terms.put(id, chosen.terms().on(Optional.ofNullable(lives.get(id)))));
        begin.accept(new Intent(chosen.action(), ids), terms);
    }

    /// Lets it know that the fleet has changed.
    void show() {
        form.get().judge();
    }

    /// Another one after a refusal.
    public ReadOnlyObjectProperty<ShutdownForm> formProperty() {
        return form.getReadOnlyProperty();
    }

    /// Those that will be asked, in the order in which it will happen.
    public ReadOnlyObjectProperty<List<String>> targetsProperty() {
        return targets.getReadOnlyProperty();
    }

    /// What it touches, a sentence each.
    public ReadOnlyObjectProperty<List<String>> impactProperty() {
        return impact.getReadOnlyProperty();
    }

    /// "Shut down 4 collectors?"
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /// Why it was not sent after all; empty otherwise.
    public ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }
}
