package daemoneye.app.config;

import daemoneye.app.config.talk.ConfigTalk;
import daemoneye.app.config.talk.Reply;
import daemoneye.app.config.talk.UpdateResult;
import daemoneye.app.text.Messages;
import daemoneye.app.text.SafeText;
import daemoneye.app.text.Wording;
import daemoneye.rpc.protocol.payload.ConfigUpdateRequest;
import daemoneye.rpc.protocol.time.Ticker;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// What the agent says of changes that are not sent yet. A verdict holds for exactly the changes it
/// was asked for: any other change takes it away. FX thread only.
public final class DryRunViewModel {
    /// How it stands.
    public enum State {
        NONE,
        ASKING,
        ACCEPTED,
        REFUSED,
        /// Nobody knows: it was not answered, or not for its values.
        FAILED
    }

    private static final int MOST_CHARS = 160;

    private final ConfigTalk talk;
    private final Ticker ticker;
    private final Consumer<Reply.Trouble<UpdateResult>> onConflict;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.NONE);
    private final ReadOnlyStringWrapper heading =
            new ReadOnlyStringWrapper(Messages.text("config.dry.none"));
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private Map<String, String> refused = Map.of();
    private long newest;

    /// @param onConflict runs when another version holds than the one that was meant
    public DryRunViewModel(
            ConfigTalk talk, Ticker ticker, Consumer<Reply.Trouble<UpdateResult>> onConflict) {
        this.talk = talk;
        this.ticker = ticker;
        this.onConflict = onConflict;
    }

    /// Has it judged; must be one that only validates.
    public void ask(ConfigUpdateRequest wish) {
        long mine = ++newest;
        refused = Map.of();
        trouble.set("");
        heading.set(Messages.text("config.dry.asking"));
        state.set(State.ASKING);
        talk.judge(
                wish,
                reply -> {
                    if (mine == newest) {
                        take(reply);
                    }
                });
    }

    private void take(Reply<UpdateResult> reply) {
        heading.set(Messages.text("config.dry.at", Wording.clock(ticker.now())));
        switch (reply) {
            case Reply.Got(var result) -> {
                refused = result.refused();
                state.set(refused.isEmpty() ? State.ACCEPTED : State.REFUSED);
            }
            case Reply.Trouble<UpdateResult> failed -> {
                refused = failed.refused();
                trouble.set(refused.isEmpty() ? failed.sentence() : "");
                state.set(refused.isEmpty() ? State.FAILED : State.REFUSED);
                if (failed.isConflict()) {
                    onConflict.accept(failed);
                }
            }
        }
    }

    /// The changes are other ones now.
    public void forget() {
        newest++;
        refused = Map.of();
        trouble.set("");
        heading.set(Messages.text("config.dry.none"));
        state.set(State.NONE);
    }

    /// Why nothing can be sent on this verdict; empty if it can.
    public Optional<String> hindrance() {
        return switch (state.get()) {
            case ACCEPTED -> Optional.empty();
            case NONE -> Optional.of(Messages.text("config.dry.needed"));
            case ASKING -> Optional.of(Messages.text("config.dry.asking"));
            case REFUSED -> Optional.of(Messages.text("config.dry.refused", refused.size()));
            case FAILED -> Optional.of(Messages.text("config.dry.failed"));
        };
    }

    /// Why this key was refused; empty if it was not.
    String refusalOf(String key) {
        return SafeText.of(refused.getOrDefault(key, ""), MOST_CHARS);
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// "Dry run, 09:41:22".
    public ReadOnlyStringProperty headingProperty() {
        return heading.getReadOnlyProperty();
    }

    /// Why there is no verdict; empty if there is one.
    public ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }
}
