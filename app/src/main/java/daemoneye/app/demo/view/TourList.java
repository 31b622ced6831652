package daemoneye.app.demo.view;

import daemoneye.app.demo.scene.Untouchable;
import daemoneye.app.demo.tour.Walkthrough;
import daemoneye.app.text.Language;
import daemoneye.app.text.Messages;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.function.Consumer;

/// The list of tours, laid over a window. FX thread.
final class TourList extends StackPane implements Untouchable {
    private static final double WIDTH = 640;

    private final Button close = new Button(Messages.text("demo.list.close"));

    TourList(List<Walkthrough> tours, Consumer<Walkthrough> onChoose, Runnable onClose) {
        getStyleClass().addAll("scrim", "tour-cover");
        var title = new Label(Messages.text("demo.list"));
        title.getStyleClass().add("title-card");
        var about = wrapped(new Label(Messages.text("demo.list.about")));
        about.getStyleClass().add("muted");
        var head = new VBox(title, about);
        head.getStyleClass().add("dialog-head");
        var rows = new VBox(8);
        rows.getStyleClass().add("dialog-body");
        tours.forEach(each -> rows.getChildren().add(row(each, onChoose)));
        var scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("page-scroll");
        scroll.setFocusTraversable(false);
        scroll.prefViewportHeightProperty().bind(rows.heightProperty());
        VBox.setVgrow(scroll, Priority.ALWAYS);
        close.setId("tours-close");
        close.setCancelButton(true);
        close.setOnAction(_ -> onClose.run());
        var foot = new HBox(close);
        foot.getStyleClass().add("dialog-foot");
        var card = new VBox(head, scroll, foot);
        card.getStyleClass().add("dialog-card");
        card.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        getChildren().add(card);
    }

    private static HBox row(Walkthrough tour, Consumer<Walkthrough> onChoose) {
        var language = Language.current().locale();
        var name = new Label(tour.title().in(language));
        name.getStyleClass().add("strong");
        var about = wrapped(new Label(tour.about().in(language)));
        about.getStyleClass().addAll("muted", "small");
        var words = new VBox(2, wrapped(name), about);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var start = new Button(Messages.text("demo.start"));
        start.setId("tour-start-" + tour.name());
        start.setAccessibleText(Messages.text("demo.start.name", name.getText()));
        start.setMinWidth(Region.USE_PREF_SIZE);
        start.setOnAction(_ -> onChoose.accept(tour));
        var row = new HBox(16, words, start);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("tour-row");
        return row;
    }

    private static Label wrapped(Label label) {
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    Button close() {
        return close;
    }
}
