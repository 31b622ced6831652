package daemoneye.app.detail;

import daemoneye.app.calls.CollectorAction;
import daemoneye.app.controls.EmptyState;
import daemoneye.app.text.Messages;

import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.function.Consumer;

/// The page of one collector: the same detail as in the pane, wide, with a way back. FX thread.
public final class CollectorPage {
    private final VBox root = new VBox();

    public CollectorPage(DetailViewModel model, Consumer<CollectorAction> act, Runnable onBack) {
        var back = new Button(Messages.text("detail.back"), new FontIcon("mdal-arrow_back"));
        back.getStyleClass().add("quiet");
        back.setId("back");
        back.setOnAction(click -> onBack.run());
        var bar = new HBox(back);
        bar.getStyleClass().add("tool-row");
        var detail = new DetailView(model, act, DetailView.Width.WIDE);
        var scroll = new ScrollPane(detail.root());
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("page-scroll");
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        var missing =
                new EmptyState(
                        "mdal-help_outline",
                        Messages.text("detail.none.title"),
                        Messages.text("detail.none.text"));
        missing.visibleProperty().bind(model.presentProperty().not());
        scroll.visibleProperty().bind(model.presentProperty());
        var middle = new StackPane(scroll, missing);
        VBox.setVgrow(middle, Priority.ALWAYS);
        root.getStyleClass().add("content");
        root.getChildren().addAll(bar, middle);
    }

    public Parent root() {
        return root;
    }
}
