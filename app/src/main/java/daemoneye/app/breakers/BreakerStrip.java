package daemoneye.app.breakers;

import daemoneye.app.controls.mark.StateKind;
import daemoneye.app.controls.mark.StateMark;
import daemoneye.app.text.Messages;

import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One line for each breaker that is not closed, with a button that closes it. Takes no room while
/// all are closed. FX thread.
public final class BreakerStrip extends VBox {
    /// Lines that are shown; a person with more has other worries.
    private static final int MOST = 5;

    private final BreakersViewModel model;

    public BreakerStrip(BreakersViewModel model) {
        super(4);
        this.model = model;
        model.open().addListener((ListChangeListener<BreakerItem>) _ -> show());
        show();
    }

    private void show() {
        var focused = getScene() == null ? null : getScene().getFocusOwner();
        int at = focused == null ? -1 : getChildren().indexOf(focused.getParent());
        getChildren().setAll(model.open().stream().limit(MOST).map(BreakerStrip::line).toList());
        if (model.open().size() > MOST) {
            var more = new Label(Messages.text("guard.impact.more", model.open().size() - MOST));
            more.getStyleClass().addAll("muted", "small");
            getChildren().add(more);
        }
        setVisible(!getChildren().isEmpty());
        setManaged(isVisible());
        if (at >= 0 && at < getChildren().size()) {
            getChildren().get(at).lookup(".button").requestFocus();
        }
    }

    private static Node line(BreakerItem item) {
        var title = new Label(item.title());
        title.getStyleClass().add("strong");
        title.setMinWidth(Region.USE_PREF_SIZE);
        var text = new Label(item.text());
        text.setMinWidth(0);
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        var reset = new Button(Messages.text("breakers.reset"));
        reset.getStyleClass().add("small");
        reset.setAccessibleText(Messages.text("breakers.reset.name", item.title()));
        reset.setMinWidth(Region.USE_PREF_SIZE);
        reset.setOnAction(_ -> item.reset().run());
        var line = new HBox(12, new StateMark(StateKind.DEGRADED), title, text, reset);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().addAll("banner", "warn", "breaker-line");
        return line;
    }
}
