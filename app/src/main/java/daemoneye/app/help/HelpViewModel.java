package daemoneye.app.help;

import daemoneye.app.about.About;
import daemoneye.app.text.Messages;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.nio.file.Path;
import java.util.Optional;

/// The Help menu, what it opens, and what the console has to say about itself. Stays with a window
/// whichever backend it shows. FX thread only.
public final class HelpViewModel {
    /// A dialog of Help.
    public enum Sheet {
        ABOUT,
        DIAGNOSTICS
    }

    private final ObservableList<HelpEntry> entries = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<Sheet>> sheet =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<About>> about =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper writing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper told = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper failed = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private HelpDoors doors = HelpDoors.NONE;

    /// A menu with its own two dialogs.
    public HelpViewModel() {
        entries.add(
                new HelpEntry(
                        "help-diagnostics", "help.diagnostics", () -> open(Sheet.DIAGNOSTICS)));
        entries.add(new HelpEntry("help-about", "help.about", () -> open(Sheet.ABOUT)));
    }

    /// What stands behind it.
    public void use(HelpDoors doors) {
        this.doors = doors;
    }

    /// One more line, above those for trouble.
    public void offer(HelpEntry entry) {
        entries.removeIf(each -> each.id().equals(entry.id()));
        entries.add(entries.size() - 2, entry);
    }

    private void open(Sheet wanted) {
        told.set("");
        failed.set(false);
        sheet.set(Optional.of(wanted));
        if (wanted == Sheet.ABOUT && about.get().isEmpty()) {
            doors.about().thenAccept(found -> about.set(Optional.of(found)));
        }
    }

    /// Closes the dialog.
    public void close() {
        sheet.set(Optional.empty());
    }

    /// Writes a diagnostics bundle; nothing while one is being written.
    public void write(Path file) {
        if (!writing.get()) {
            writing.set(true);
            failed.set(false);
            told.set(Messages.text("diagnostics.writing"));
            doors.bundle(file)
                    .thenAccept(
                            end -> {
                                writing.set(false);
                                failed.set(!end.written());
                                told.set(end.sentence());
                            });
        }
    }

    /// A name for the next bundle.
    public String bundleName() {
        return doors.bundleName();
    }

    /// Says something about the console itself, until a person has read it.
    public void tell(String sentence) {
        notice.set(sentence);
    }

    /// A person has read it.
    public void read() {
        notice.set("");
    }

    /// In the order of the menu.
    public ObservableList<HelpEntry> entries() {
        return entries;
    }

    /// The dialog that is open.
    public ReadOnlyObjectProperty<Optional<Sheet>> sheetProperty() {
        return sheet.getReadOnlyProperty();
    }

    /// What this program is, once it is known.
    public ReadOnlyObjectProperty<Optional<About>> aboutProperty() {
        return about.getReadOnlyProperty();
    }

    /// Whether a bundle is being written.
    public ReadOnlyBooleanProperty writingProperty() {
        return writing.getReadOnlyProperty();
    }

    /// Whether the last bundle could not be written.
    public ReadOnlyBooleanProperty failedProperty() {
        return failed.getReadOnlyProperty();
    }

    /// What came of the bundle.
    public ReadOnlyStringProperty toldProperty() {
        return told.getReadOnlyProperty();
    }

    /// Something about the console itself; empty text for nothing.
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }
}
