package daemoneye.app.audit.view;

import daemoneye.app.audit.AuditViewModel;
import daemoneye.app.audit.entry.AuditRow;
import daemoneye.app.bulk.view.FileChoice;
import daemoneye.app.controls.EmptyState;
import daemoneye.app.controls.FillColumns;
import daemoneye.app.fx.Fxml;
import daemoneye.app.text.Messages;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.util.Optional;

/// The page of the audit logs: what is looked for, the verdict of the last check, the entries, and
/// the chosen one in full. FX thread.
public final class AuditView {
    private final AuditViewModel model;
    private final AuditFiles files;
    private final Parent root;
    private boolean listing;
    @FXML private HBox page;
    @FXML private VBox list;
    @FXML private TextField search;
    @FXML private Label complaint;
    @FXML private Label trouble;
    @FXML private ToggleButton live;
    @FXML private Button verify;
    @FXML private TableView<AuditRow> table;
    @FXML private Label status;
    @FXML private Label saved;
    @FXML private Button older;

    /// @param files asks where an export shall go
    public AuditView(AuditViewModel model, FileChoice files) {
        this.model = model;
        this.files = new AuditFiles(model, files);
        this.root = Fxml.load("audit", this);
    }

    public Parent root() {
        return root;
    }

    @FXML
    private void initialize() {
        search.textProperty().bindBidirectional(model.searchProperty());
        search.setOnKeyPressed(
                key -> {
                    if (key.getCode() == KeyCode.DOWN) {
                        table.requestFocus();
                    }
                });
        bindUnlessEmpty(complaint, model.complaintProperty());
        bindUnlessEmpty(trouble, model.troubleProperty());
        live.selectedProperty().bindBidirectional(model.liveProperty());
        live.selectedProperty()
                .subscribe(on -> live.setText(Messages.text(on ? "audit.live" : "audit.resume")));
        // Not dead meanwhile: whoever pressed it with a key would lose the place.
        model.verifyingProperty()
                .subscribe(
                        busy ->
                                verify.setText(
                                        Messages.text(busy ? "audit.verifying" : "audit.verify")));
        status.textProperty().bind(model.statusProperty());
        bindUnlessEmpty(saved, files.toldProperty());
        older.visibleProperty().bind(model.olderProperty());
        older.managedProperty().bind(older.visibleProperty());
        list.getChildren().add(list.getChildren().indexOf(table), new VerdictStrip(model));
        fillTable();
        page.getChildren().add(new AuditPane(model));
    }

    private static void bindUnlessEmpty(Label label, ReadOnlyStringProperty text) {
        label.textProperty().bind(text);
        label.visibleProperty().bind(text.isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
    }

    private void fillTable() {
        AuditColumns.addTo(table);
        table.getItems().setAll(model.rows());
        FillColumns.of(table);
        model.rows().addListener((ListChangeListener<AuditRow>) _ -> list());
        model.standingProperty().subscribe(_ -> showPlaceholder());
        model.searchProperty().subscribe(_ -> showPlaceholder());
        table.getSelectionModel().selectedItemProperty().subscribe(this::choose);
        table.setOnKeyPressed(
                key -> {
                    if (key.getCode() == KeyCode.ESCAPE) {
                        table.getSelectionModel().clearSelection();
                        model.chosenProperty().set(Optional.empty());
                    }
                });
        table.focusedProperty()
                .subscribe(
                        focused -> {
                            if (focused && table.getSelectionModel().isEmpty()) {
                                table.getSelectionModel().selectFirst();
                            }
                        });
    }

    private void choose(AuditRow row) {
        if (!listing && row != null) {
            model.chosenProperty().set(Optional.of(row));
        }
    }

    // New entries come above: whoever reads one keeps it chosen.
    private void list() {
        listing = true;
        table.getItems().setAll(model.rows());
        listing = false;
        model.chosenProperty()
                .get()
                .filter(model.rows()::contains)
                .ifPresent(row -> table.getSelectionModel().select(row));
        showPlaceholder();
    }

    private void showPlaceholder() {
        var standing = model.standingProperty().get();
        var key =
                switch (standing) {
                    case LOADING -> "loading";
                    case READY -> model.searchProperty().get().isBlank() ? "empty" : "nomatch";
                    case NO_LINK -> "nolink";
                    case FORBIDDEN -> "forbidden";
                    case NOBODY -> "nobody";
                    case SILENT -> "silent";
                };
        var icon =
                switch (standing) {
                    case LOADING -> "mdal-hourglass_empty";
                    case READY -> "mdoal-list_alt";
                    case NO_LINK, NOBODY, SILENT -> "mdoal-cloud_off";
                    case FORBIDDEN -> "mdal-block";
                };
        table.setPlaceholder(
                new EmptyState(
                        icon,
                        Messages.text("audit." + key + ".title"),
                        Messages.text("audit." + key + ".text")));
    }

    @FXML
    private void verify() {
        model.verify();
    }

    @FXML
    private void askOlder() {
        model.askOlder();
    }

    @FXML
    private void exportCsv() {
        files.save("csv");
    }

    @FXML
    private void exportJson() {
        files.save("json");
    }

    /// Puts the cursor where one types what to look for.
    public void find() {
        search.requestFocus();
        search.end();
    }
}
