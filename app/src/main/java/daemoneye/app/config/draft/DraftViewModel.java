package daemoneye.app.config.draft;

import daemoneye.app.text.Messages;
import daemoneye.app.text.SafeText;
import daemoneye.rpc.protocol.value.ConfigValue;

import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A configuration as somebody edits it, as fields and as text. Both say the same, except while one
/// of them is no configuration: then the other keeps the last one. Nothing typed is ever replaced
/// except by what the same person does in the other. FX thread only.
public final class DraftViewModel {
    private final Rules rules;
    private final Map<String, FieldViewModel> fields = new LinkedHashMap<>();
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<TextTrouble>> trouble =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
    private boolean busy;

    /// @param running every setting as it runs, secrets masked
    public DraftViewModel(Rules rules, Map<String, ConfigValue> running) {
        this.rules = rules;
        for (var setting : rules.settings()) {
            var value = running.getOrDefault(setting.name(), setting.usual());
            fields.put(
                    setting.name(), new FieldViewModel(setting, value, rules, this::fieldChanged));
        }
        write();
        text.subscribe((_, _) -> textChanged());
    }

    private void fieldChanged() {
        if (!busy) {
            write();
            revision.set(revision.get() + 1);
        }
    }

    private void write() {
        if (trouble.get().isEmpty()) {
            busy = true;
            text.set(JsonText.of(shown()));
            busy = false;
        }
    }

    private Map<String, ConfigValue> shown() {
        var values = new LinkedHashMap<String, ConfigValue>();
        fields.values().forEach(each -> values.put(each.name(), each.shown()));
        return values;
    }

    private void textChanged() {
        if (busy) {
            return;
        }
        busy = true;
        switch (TextReader.read(text.get())) {
            case TextReader.Bad(var where) -> trouble.set(Optional.of(where));
            case TextReader.Good(var values) -> take(values);
        }
        busy = false;
        revision.set(revision.get() + 1);
    }

    private void take(Map<String, ConfigValue> values) {
        var unknown = rules.unknown(values);
        if (!unknown.isEmpty()) {
            var name = unknown.getFirst();
            trouble.set(
                    Optional.of(
                            TextReader.at(
                                    text.get(),
                                    name,
                                    Messages.text("config.json.unknown", SafeText.of(name, 60)))));
            return;
        }
        trouble.set(Optional.empty());
        for (var field : fields.values()) {
            var given = values.get(field.name());
            if (given == null || given instanceof ConfigValue.Nothing) {
                field.take(field.setting().usual());
            } else {
                field.take(given);
            }
        }
    }

    /// Takes values from elsewhere as edits: a file, an older version. A text that is wrong is
    /// given up for them.
    ///
    /// @param values `nothing` for what goes back to the default
    /// @return the names that are no settings of this collector, and were left out
    public List<String> put(Map<String, ConfigValue> values) {
        trouble.set(Optional.empty());
        busy = true;
        values.forEach(
                (name, value) ->
                        Optional.ofNullable(fields.get(name))
                                .ifPresent(each -> each.take(orUsual(each, value))));
        busy = false;
        fieldChanged();
        return rules.unknown(values);
    }

    private static ConfigValue orUsual(FieldViewModel field, ConfigValue value) {
        return value instanceof ConfigValue.Nothing ? field.setting().usual() : value;
    }

    /// Puts a text in place of the present one, as if it had been typed.
    public void type(String other) {
        text.set(other);
    }

    /// Gives up a text that is wrong: the fields hold.
    public void dropText() {
        trouble.set(Optional.empty());
        fieldChanged();
    }

    /// Another version runs now.
    ///
    /// @param keepMine whether what was edited stays
    public void rebase(Map<String, ConfigValue> running, boolean keepMine) {
        if (!keepMine) {
            trouble.set(Optional.empty());
        }
        busy = true;
        fields.values()
                .forEach(
                        each ->
                                each.rebase(
                                        running.getOrDefault(each.name(), each.setting().usual()),
                                        keepMine));
        busy = false;
        fieldChanged();
    }

    /// Everything that is not as it runs, as typed.
    public Typed typed() {
        var changed = new LinkedHashMap<String, String>();
        for (var field : fields.values()) {
            if (field.changedProperty().get()) {
                changed.put(field.name(), field.rawProperty().get());
            }
        }
        return new Typed(changed, trouble.get().map(_ -> text.get()));
    }

    /// Types that again.
    public void type(Typed before) {
        trouble.set(Optional.empty());
        busy = true;
        before.fields()
                .forEach(
                        (name, raw) ->
                                Optional.ofNullable(fields.get(name))
                                        .ifPresent(each -> each.rawProperty().set(raw)));
        busy = false;
        fieldChanged();
        before.text().ifPresent(this::type);
    }

    /// Every setting that is not as it runs.
    public List<Change> changes() {
        return fields.values().stream()
                .filter(each -> each.changedProperty().get())
                .map(Change::of)
                .toList();
    }

    /// The changes as they are sent; `nothing` for what goes back to the default.
    public Map<String, ConfigValue> wish() {
        var wish = new LinkedHashMap<String, ConfigValue>();
        for (var field : fields.values()) {
            if (field.changedProperty().get()) {
                wish.put(field.name(), field.isUsual() ? new ConfigValue.Nothing() : field.value());
            }
        }
        return wish;
    }

    /// What is wrong with a field, or with the text; empty if it can be sent.
    public Optional<String> fault() {
        if (trouble.get().isPresent()) {
            var where = trouble.get().get();
            return Optional.of(Messages.text("config.fault.text", where.line(), where.column()));
        }
        long wrong = faulty();
        return wrong == 0
                ? Optional.empty()
                : Optional.of(Messages.text("config.fault.fields", wrong));
    }

    /// How many fields are wrong.
    public long faulty() {
        return fields.values().stream()
                .filter(each -> !each.errorProperty().get().isEmpty())
                .count();
    }

    /// The edits as text, secrets masked, also such as were typed.
    public String maskedText() {
        return JsonText.of(shown());
    }

    /// What runs, as text, secrets masked.
    public String runningText() {
        var values = new LinkedHashMap<String, ConfigValue>();
        fields.values().forEach(each -> values.put(each.name(), each.running()));
        return JsonText.of(values);
    }

    /// The last configuration that could be read, as text; a new secret is told from the old one.
    public String yourText() {
        var values = new LinkedHashMap<>(shown());
        for (var field : fields.values()) {
            boolean replaced = field.input() == FieldViewModel.Input.SECRET;
            if (replaced && field.changedProperty().get() && !field.value().equals(EMPTY)) {
                values.put(field.name(), ConfigValue.of(Messages.text("config.secret.diff")));
            }
        }
        return JsonText.of(values);
    }

    private static final ConfigValue EMPTY = ConfigValue.of("");

    public List<FieldViewModel> fields() {
        return List.copyOf(fields.values());
    }

    /// The text as typed.
    public StringProperty textProperty() {
        return text;
    }

    /// What is wrong with the text.
    public ReadOnlyObjectProperty<Optional<TextTrouble>> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /// Grows with every change.
    public ReadOnlyLongProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }
}
