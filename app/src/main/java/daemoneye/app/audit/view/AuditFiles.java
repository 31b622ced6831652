package daemoneye.app.audit.view;

import daemoneye.app.audit.AuditViewModel;
import daemoneye.app.bulk.ResultExport;
import daemoneye.app.bulk.view.FileChoice;
import daemoneye.app.fx.FxThread;
import daemoneye.app.text.Messages;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import java.io.IOException;
import java.nio.file.Path;

/// Writes the listed entries to a file that a person chooses. FX thread, but for the writing.
final class AuditFiles {
    private final AuditViewModel model;
    private final FileChoice files;
    private final ReadOnlyStringWrapper told = new ReadOnlyStringWrapper("");

    AuditFiles(AuditViewModel model, FileChoice files) {
        this.model = model;
        this.files = files;
    }

    /// @param kind `csv` or `json`
    void save(String kind) {
        var rows = model.export();
        files.save("audit." + kind)
                .ifPresent(
                        file ->
                                model.workers()
                                        .execute(
                                                () -> {
                                                    var text =
                                                            kind.equals("csv")
                                                                    ? rows.csv()
                                                                    : rows.json();
                                                    var end = write(file, text, rows.rows().size());
                                                    FxThread.run(() -> told.set(end));
                                                }));
    }

    private static String write(Path file, String text, int entries) {
        try {
            ResultExport.write(file, text);
            return Messages.text("audit.saved", entries, file.toString());
        } catch (IOException e) {
            return Messages.text("audit.notSaved", file.toString(), e.getClass().getSimpleName());
        }
    }

    /// How the last one ended; empty text before the first.
    ReadOnlyStringProperty toldProperty() {
        return told.getReadOnlyProperty();
    }
}
