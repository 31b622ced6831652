package daemoneye.app.config.draft;

import daemoneye.app.text.Messages;
import daemoneye.rpc.client.schema.Setting;
import daemoneye.rpc.client.schema.SettingsSchema;
import daemoneye.rpc.protocol.value.ConfigValue;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import java.util.Locale;

/// One setting as somebody edits it. What is typed stays as it was typed, also while it is no
/// value; the last value that could be read stays in force meanwhile. A secret is never shown: its
/// field is empty and only takes a new one. FX thread only.
public final class FieldViewModel {
    /// What a person fills in.
    public enum Input {
        SWITCH,
        LINE,
        /// One item a line.
        LINES,
        SECRET
    }

    private static final ConfigValue MASK = ConfigValue.of(SettingsSchema.MASK);

    private final Setting setting;
    private final Rules rules;
    private final Runnable onChange;
    private final StringProperty raw = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper(false);
    private ConfigValue running;
    private ConfigValue value;
    private boolean filling;

    FieldViewModel(Setting setting, ConfigValue running, Rules rules, Runnable onChange) {
        this.setting = setting;
        this.rules = rules;
        this.onChange = onChange;
        this.running = running;
        this.value = running;
        fill();
        raw.subscribe((_, _) -> read());
    }

    private void fill() {
        filling = true;
        raw.set(setting.secret() ? replacement() : FieldText.of(value));
        filling = false;
        judge();
    }

    private String replacement() {
        return value.equals(running) || !(value instanceof ConfigValue.Text(var text)) ? "" : text;
    }

    private void read() {
        if (filling) {
            return;
        }
        if (setting.secret()) {
            value = raw.get().isEmpty() ? running : ConfigValue.of(raw.get());
        } else if (isAsItRuns()) {
            value = running;
        } else {
            FieldText.read(setting.kind(), raw.get()).ifPresent(read -> value = read);
        }
        judge();
        onChange.run();
    }

    private void judge() {
        boolean readable = isReadable();
        changed.set(!readable || !value.equals(running));
        error.set(readable ? fault() : Messages.text("config.unreadable." + kind()));
    }

    private String fault() {
        return value.equals(running) ? "" : rules.fault(setting.name(), value).orElse("");
    }

    private String kind() {
        return setting.kind().name().toLowerCase(Locale.ROOT);
    }

    /// Takes a value that was given elsewhere. The mask means: as it is.
    void take(ConfigValue given) {
        var next = FieldText.inKind(setting.kind(), given);
        if (setting.secret() && next.equals(MASK)) {
            return;
        }
        if (!JsonText.of(next).equals(JsonText.of(value)) || !isReadable()) {
            // What differs only in what JSON cannot say is what it was.
            value = JsonText.of(next).equals(JsonText.of(running)) ? running : next;
            fill();
        }
    }

    /// Another version runs now.
    void rebase(ConfigValue now, boolean keepMine) {
        boolean mine = keepMine && changed.get();
        running = now;
        if (mine) {
            judge();
        } else {
            value = now;
            fill();
        }
    }

    /// Back to what is usual.
    public void reset() {
        value = setting.usual();
        fill();
        onChange.run();
    }

    /// Back to what runs.
    public void undo() {
        value = running;
        fill();
        onChange.run();
    }

    boolean isReadable() {
        return setting.secret()
                || isAsItRuns()
                || FieldText.read(setting.kind(), raw.get()).isPresent();
    }

    // A collector may have what nobody could type: a number that is none.
    private boolean isAsItRuns() {
        return raw.get().equals(FieldText.of(running));
    }

    Setting setting() {
        return setting;
    }

    ConfigValue running() {
        return running;
    }

    ConfigValue value() {
        return value;
    }

    /// As texts show it: a secret that is set is a mask.
    ConfigValue shown() {
        return setting.secret() && !value.equals(ConfigValue.of("")) ? MASK : value;
    }

    /// Whether it goes back to what is usual.
    boolean isUsual() {
        return rules.hasDefault(setting.name()) && value.equals(setting.usual());
    }

    public String name() {
        return setting.name();
    }

    public Input input() {
        if (setting.secret()) {
            return Input.SECRET;
        }
        return switch (setting.kind()) {
            case FLAG -> Input.SWITCH;
            case WHOLE, DECIMAL, TEXT -> Input.LINE;
            case TEXTS -> Input.LINES;
        };
    }

    /// Whether it is a number, and stands at the right.
    public boolean isNumber() {
        return setting.kind() == Setting.Kind.WHOLE || setting.kind() == Setting.Kind.DECIMAL;
    }

    public String unit() {
        return setting.unit();
    }

    public String description() {
        return setting.description();
    }

    /// "1,000 – 3,600,000 · default 1,000 ms"; may be empty.
    public String bounds() {
        return ValueWords.bounds(setting, rules.hasDefault(setting.name()));
    }

    /// Whether a new value holds only after a restart.
    public boolean needsRestart() {
        return setting.apply() == Setting.Apply.RESTART;
    }

    /// Whether a secret is set at the moment.
    public boolean isSet() {
        return !running.equals(ConfigValue.of(""));
    }

    /// Whether there is a usual value to go back to.
    public boolean hasDefault() {
        return rules.hasDefault(setting.name());
    }

    /// As typed.
    public StringProperty rawProperty() {
        return raw;
    }

    /// What is wrong with it, and what it should be; empty if nothing is.
    public ReadOnlyStringProperty errorProperty() {
        return error.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }
}
