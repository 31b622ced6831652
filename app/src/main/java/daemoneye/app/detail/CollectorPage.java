package daemoneye.app.detail;

import daemoneye.app.calls.CollectorAction;
import daemoneye.app.controls.ConsoleIcon;
import daemoneye.app.controls.EmptyState;
import daemoneye.app.text.Messages;
import daemoneye.app.text.SafeText;

import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.function.Consumer;

/// The page of one collector: the same detail as in the pane, wide, with a way back. FX thread.
public final class CollectorPage {
    private final VBox root = new VBox();

    /// @param onAudit given the id of the collector whose audit somebody wants to see
    public CollectorPage(
            DetailViewModel model,
            Consumer<CollectorAction> act,
            Runnable onBack,
            Consumer<String> onAudit) {
        var back = new Button(Messages.text("detail.back"), new FontIcon("mdal-arrow_back"));
        back.getStyleClass().add("quiet");
        back.setId("back");
        back.setOnAction(click -> onBack.run());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var audit = new Button(Messages.text("detail.audit"), ConsoleIcon.AUDIT.node());
        audit.getStyleClass().add("quiet");
        audit.setId("detail-audit");
        model.idProperty()
                .subscribe(id -> audit.setAccessibleText(Messages.text("detail.audit.name", id)));
        audit.setOnAction(_ -> onAudit.accept(model.idProperty().get()));
        var bar = new HBox(back, gap, audit);
        bar.getStyleClass().add("tool-row");
        var detail = new DetailView(model, act, DetailView.Width.WIDE);
        var scroll = new ScrollPane(detail.root());
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("page-scroll");
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        var missing = new StackPane();
        model.idProperty().subscribe(id -> missing.getChildren().setAll(missing(id)));
        missing.visibleProperty().bind(model.presentProperty().not());
        scroll.visibleProperty().bind(model.presentProperty());
        var middle = new StackPane(scroll, missing);
        VBox.setVgrow(middle, Priority.ALWAYS);
        root.getStyleClass().add("content");
        root.getChildren().addAll(bar, middle);
    }

    private static EmptyState missing(String id) {
        return new EmptyState(
                "mdal-help_outline",
                Messages.text("detail.none.title"),
                Messages.text("detail.none.text", SafeText.name(id)));
    }

    public Parent root() {
        return root;
    }
}
