package daemoneye.app.demo.view;

import daemoneye.app.demo.scene.Untouchable;
import daemoneye.app.text.Messages;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

/// The lower edge of a window with a tour: the caption, and the buttons. It takes room of its own,
/// so that a caption never covers what it speaks of. FX thread.
final class TourStrip extends HBox implements Untouchable {
    private static final double HEIGHT = 108;

    private final Label chapter = new Label();
    private final Label caption = new Label();
    private final Label waiting = new Label();
    private final Button back;
    private final Button play;
    private final Button next;
    private final Button speed;
    private final Button stop;
    private final Button list;

    TourStrip(Buttons buttons) {
        getStyleClass().add("tour-strip");
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        setAlignment(Pos.CENTER_LEFT);
        chapter.getStyleClass().add("section-label");
        chapter.setId("tour-chapter");
        caption.getStyleClass().add("tour-caption");
        caption.setId("tour-caption");
        caption.setWrapText(true);
        waiting.getStyleClass().addAll("subtle", "small");
        waiting.setId("tour-waiting");
        var words = new VBox(4, chapter, caption, waiting);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        back = button("back", "mdmz-skip_previous", buttons::back);
        play = button("pause", "mdmz-pause", buttons::pauseOrGoOn);
        next = button("next", "mdmz-skip_next", buttons::next);
        speed = new Button("1×");
        speed.getStyleClass().add("quiet");
        name(speed, "speed");
        speed.setOnAction(_ -> buttons.faster());
        stop = button("stop", "mdmz-stop", buttons::stop);
        list = new Button(Messages.text("demo.list"));
        list.setId("tour-list");
        list.getStyleClass().add("accent");
        list.setOnAction(_ -> buttons.list());
        var all = new HBox(4, back, play, next, speed, stop, list);
        all.setAlignment(Pos.CENTER_RIGHT);
        all.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(words, all);
        running(false);
    }

    /// What the buttons do.
    interface Buttons {
        void back();

        void pauseOrGoOn();

        void next();

        void faster();

        void stop();

        void list();
    }

    private static Button button(String key, String icon, Runnable does) {
        var button = new Button("", new FontIcon(icon));
        button.getStyleClass().addAll("icon-button", "quiet");
        name(button, key);
        button.setOnAction(_ -> does.run());
        return button;
    }

    // Not by Tab: that belongs to the dialog that the tour has opened. F8, F9 and F10 do the same.
    private static void name(Button button, String key) {
        button.setId("tour-" + key);
        button.setAccessibleText(Messages.text("demo." + key));
        button.setTooltip(new Tooltip(Messages.text("demo." + key)));
        button.setFocusTraversable(false);
        button.setMinWidth(Region.USE_PREF_SIZE);
    }

    void chapter(String text) {
        chapter.setText(text);
    }

    void caption(String text) {
        caption.setText(text);
    }

    void waiting(String text) {
        waiting.setText(text);
        waiting.setVisible(!text.isEmpty());
        waiting.setManaged(!text.isEmpty());
    }

    void speed(double times) {
        speed.setText((times == Math.rint(times) ? "" + (int) times : "" + times) + "×");
    }

    void paused(boolean paused) {
        play.setGraphic(new FontIcon(paused ? "mdmz-play_arrow" : "mdmz-pause"));
        play.setAccessibleText(Messages.text(paused ? "demo.goOn" : "demo.pause"));
        play.setTooltip(new Tooltip(play.getAccessibleText()));
    }

    /// Whether a tour is under way.
    void running(boolean running) {
        for (var each : new Button[] {back, play, next, speed, stop}) {
            each.setVisible(running);
            each.setManaged(running);
        }
        list.setVisible(!running);
        list.setManaged(!running);
    }

    Button listButton() {
        return list;
    }
}
