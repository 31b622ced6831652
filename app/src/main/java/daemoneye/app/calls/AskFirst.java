package daemoneye.app.calls;

import daemoneye.app.text.Messages;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import java.util.Optional;

/// Asks a person before something disturbing: what it does, Cancel (which has the focus, and Escape
/// is it too), and a button that says verb and object. FX thread.
public final class AskFirst {
    private final Pane layers;

    /// @param layers where the question is laid over everything else
    public AskFirst(Pane layers) {
        this.layers = layers;
    }

    /// Puts the question; `onYes` runs only if the person confirms.
    public void ask(CollectorAction action, String collector, Runnable onYes) {
        var focused = Optional.ofNullable(layers.getScene()).map(Scene::getFocusOwner);
        var cancel = new Button(Messages.text("action.cancel"));
        cancel.setCancelButton(true);
        cancel.setId("ask-cancel");
        var confirm = new Button(action.title(collector));
        confirm.getStyleClass().add("danger");
        confirm.setId("ask-confirm");
        var scrim = new StackPane(card(action, collector, cancel, confirm));
        scrim.getStyleClass().add("scrim");
        Runnable leave =
                () -> {
                    layers.getChildren().remove(scrim);
                    focused.ifPresent(Node::requestFocus);
                };
        cancel.setOnAction(click -> leave.run());
        confirm.setOnAction(
                click -> {
                    leave.run();
                    onYes.run();
                });
        scrim.setOnKeyPressed(
                key -> {
                    if (key.getCode() == KeyCode.ESCAPE) {
                        leave.run();
                        key.consume();
                    }
                });
        layers.getChildren().add(scrim);
        cancel.requestFocus();
    }

    private static Region card(
            CollectorAction action, String collector, Button cancel, Button confirm) {
        var title = new Label(action.title(collector) + "?");
        title.getStyleClass().add("title-card");
        var effect = new Label(Messages.text("action.effect." + action.key(), collector));
        effect.setWrapText(true);
        effect.getStyleClass().add("muted");
        var gap = new Region();
        HBox.setHgrow(gap, javafx.scene.layout.Priority.ALWAYS);
        var card = new VBox(12, title, effect, new HBox(8, cancel, gap, confirm));
        card.getStyleClass().addAll("card", "ask-card");
        card.setMaxSize(440, Region.USE_PREF_SIZE);
        return card;
    }
}
