package daemoneye.app.demo.view;

import daemoneye.app.demo.play.Stagecraft;
import daemoneye.app.text.Messages;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/// A window with what a tour adds to it: the pointer over it, the strip below it. FX thread.
final class TourScreen implements Stagecraft {
    private final PointerLayer pointer = new PointerLayer();
    private final StackPane content = new StackPane();
    private final BorderPane root = new BorderPane(content);
    private final Optional<TourStrip> strip;
    private final Consumer<String> onPicture;

    /// @param strip none for pictures
    /// @param onPicture told of each picture a tour wants
    TourScreen(Optional<TourStrip> strip, Consumer<String> onPicture) {
        this.strip = strip;
        this.onPicture = onPicture;
        root.getStyleClass().add("tour-screen");
        strip.ifPresent(root::setBottom);
    }

    /// Puts a window into it, below what lies over it.
    Parent around(Parent window) {
        var over =
                content.getChildren().stream()
                        .filter(each -> each.getStyleClass().contains("tour-cover"))
                        .toList();
        content.getChildren().setAll(window, pointer);
        content.getChildren().addAll(over);
        return root;
    }

    /// Lays something over the window, as the list of tours.
    void cover(Optional<Node> over) {
        content.getChildren().removeIf(each -> each.getStyleClass().contains("tour-cover"));
        over.ifPresent(content.getChildren()::add);
    }

    Node content() {
        return content;
    }

    void hidePointer() {
        pointer.hide();
    }

    @Override
    public void chapter(int number, int of, String title) {
        strip.ifPresent(each -> each.chapter(Messages.text("demo.chapter", number, of, title)));
    }

    @Override
    public void caption(String sentence, boolean lookingBack) {
        strip.ifPresent(each -> each.caption(sentence));
        strip.ifPresent(each -> each.waiting(lookingBack ? Messages.text("demo.lookingBack") : ""));
    }

    @Override
    public void waitsFor(String what) {
        strip.ifPresent(
                each -> each.waiting(what.isEmpty() ? "" : Messages.text("demo.waiting", what)));
    }

    @Override
    public void ring(Optional<Bounds> place) {
        pointer.ring(place);
    }

    @Override
    public void pointer(Point2D place, Duration travel) {
        pointer.pointer(place, travel);
    }

    @Override
    public void pressed(boolean down) {
        pointer.pressed(down);
    }

    @Override
    public void picture(String name) {
        onPicture.accept(name);
    }
}
