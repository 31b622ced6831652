package daemoneye.app.palette;

import daemoneye.app.calls.CollectorAction;
import daemoneye.app.text.Messages;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Everything one can do in the console by key or by word: the one table from which the palette
/// reads its verbs, the window its keys, and the key sheet its lines. What disturbs a collector has
/// a word and never a key.
@SuppressWarnings("ImmutableEnumChecker") // its lists are made by List.of
public enum Command {
    PALETTE("Ctrl+K", Form.NOTHING),
    FIND("/", Form.TEXT, "find"),
    KEYS("?", Form.NOTHING, "keys", "help"),
    FLEET("F", Form.NOTHING),
    CALLS("C", Form.NOTHING),
    AUDIT("A", Form.NOTHING),
    SETTINGS("S", Form.NOTHING),
    OPEN("", Form.PLACE, "open"),
    THEME("T", Form.THEME, "theme"),
    PROFILES("Ctrl+L", Form.NOTHING),
    TAKE_BACK("Ctrl+Z", Form.NOTHING),
    OPEN_ROW("Enter", Form.NOTHING),
    BACK("Esc", Form.NOTHING),
    HEALTH(CollectorAction.HEALTH_CHECK, "health", "check"),
    START(CollectorAction.START, "start"),
    STOP(CollectorAction.STOP, "stop"),
    RESTART(CollectorAction.RESTART, "restart"),
    PAUSE(CollectorAction.PAUSE, "pause"),
    RESUME(CollectorAction.RESUME, "resume"),
    SHUT_DOWN(CollectorAction.SHUT_DOWN, "shutdown"),
    CONFIG("", Form.COLLECTOR, "config");

    /// What follows a verb.
    public enum Form {
        NOTHING,
        /// Any words.
        TEXT,
        /// A page or a collector.
        PLACE,
        /// `dark` or `light`.
        THEME,
        /// One collector, or several of one type.
        COLLECTOR,
        /// Ids, patterns and tokens that name collectors.
        TARGETS
    }

    private final String keys;
    private final Form form;
    private final Optional<CollectorAction> action;
    private final List<String> words;

    Command(String keys, Form form, String... words) {
        this.keys = keys;
        this.form = form;
        this.action = Optional.empty();
        this.words = List.of(words);
    }

    Command(CollectorAction action, String... words) {
        this.keys = "";
        this.form = Form.TARGETS;
        this.action = Optional.of(action);
        this.words = List.of(words);
    }

    /// The command that this verb names, in any case.
    public static Optional<Command> named(String word) {
        var small = word.toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(each -> each.words.contains(small)).findFirst();
    }

    /// The key, e.g. `Ctrl+K` or `?`; empty text if it has none.
    public String keys() {
        return keys;
    }

    /// The same as it is printed on a keyboard of the reader's language, e.g. `Strg+K`.
    public String keyLabel() {
        return keys.replace("Ctrl", Messages.text("key.ctrl"))
                .replace("Enter", Messages.text("key.enter"));
    }

    public Form form() {
        return form;
    }

    /// What it does to collectors, if it does anything to them.
    public Optional<CollectorAction> action() {
        return action;
    }

    /// Verbs of the palette, the usual one first; empty if it has none.
    public List<String> words() {
        return words;
    }

    /// What it does, for people.
    public String label() {
        return Messages.text("command." + name());
    }

    /// How it is written, e.g. `restart COLLECTORS`; empty text if it has no verb.
    public String usage() {
        return words.isEmpty()
                ? ""
                : (words.getFirst() + " " + Messages.text("command.form." + form.name())).strip();
    }
}
