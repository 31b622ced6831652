package daemoneye.app.quit;

import daemoneye.app.overlay.Overlay;
import daemoneye.app.overlay.Overlays;
import daemoneye.app.text.Messages;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Optional;

/// Puts the question of a window that closes over it. FX thread.
public final class QuitView {
    private static final double WIDTH = 560;
    private static final int MOST = 24;

    private final QuitViewModel model;
    private final Overlays overlays;
    private Optional<Overlay> shown = Optional.empty();

    public QuitView(QuitViewModel model, Overlays overlays) {
        this.model = model;
        this.overlays = overlays;
        model.questionProperty().subscribe(this::show);
    }

    private void show(Optional<QuitQuestion> question) {
        shown.ifPresent(Overlay::close);
        shown = question.map(this::open);
    }

    private Overlay open(QuitQuestion question) {
        var stay = new Button(Messages.text("quit.stay"));
        stay.setId("quit-stay");
        stay.setOnAction(_ -> model.stay());
        var quit = new Button(question.button());
        quit.setId("quit-confirm");
        quit.getStyleClass().add("danger");
        quit.disableProperty().bind(model.armedProperty().not());
        quit.setOnAction(_ -> model.quit());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var foot = new HBox(stay, gap, quit);
        foot.getStyleClass().add("dialog-foot");
        var card = new VBox(head(question), body(question), foot);
        card.getStyleClass().add("dialog-card");
        card.setPrefWidth(WIDTH);
        card.setMaxWidth(WIDTH);
        return overlays.open(card, stay, model::stay);
    }

    private static Region head(QuitQuestion question) {
        var title = new Label(question.title());
        title.getStyleClass().add("title-card");
        var effect = new Label(question.effect());
        effect.getStyleClass().add("muted");
        effect.setWrapText(true);
        effect.setMinHeight(Region.USE_PREF_SIZE);
        var head = new VBox(title, effect);
        head.getStyleClass().add("dialog-head");
        return head;
    }

    private static Region body(QuitQuestion question) {
        var body =
                new VBox(
                        16,
                        list("quit.ends", question.ends()),
                        list("quit.inFlight", question.inFlight()));
        body.getStyleClass().add("dialog-body");
        return body;
    }

    private static Region list(String key, List<String> names) {
        var label = new Label(Messages.text(key));
        label.getStyleClass().add("section-label");
        var chips = new FlowPane(4, 4);
        names.stream().limit(MOST).forEach(name -> chips.getChildren().add(chip(name)));
        if (names.size() > MOST) {
            chips.getChildren().add(chip(Messages.text("guard.more", names.size() - MOST)));
        }
        var box = new VBox(6, label, chips);
        box.setVisible(!names.isEmpty());
        box.setManaged(!names.isEmpty());
        return box;
    }

    private static Label chip(String text) {
        var chip = new Label(text);
        chip.getStyleClass().add("target-chip");
        return chip;
    }
}
