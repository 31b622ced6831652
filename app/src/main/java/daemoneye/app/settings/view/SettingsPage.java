package daemoneye.app.settings.view;

import daemoneye.app.controls.Segments;
import daemoneye.app.settings.AppearanceViewModel;
import daemoneye.app.settings.LanguageChoice;
import daemoneye.app.settings.MotionChoice;
import daemoneye.app.settings.ThemeChoice;
import daemoneye.app.text.Messages;

import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.function.Function;

/// Language, colours and motion; each choice holds at once. FX thread.
public final class SettingsPage {
    /// A line of text that the eye can follow.
    private static final double WIDTH = 640;

    private final AppearanceViewModel model;
    private final ScrollPane root;

    public SettingsPage(AppearanceViewModel model) {
        this.model = model;
        var title = new Label(Messages.text("settings.title"));
        title.getStyleClass().add("title-page");
        var page = new VBox(16, title, language(), theme(), motion(), note("settings.kept"));
        page.setMaxWidth(WIDTH);
        page.getStyleClass().add("settings-page");
        root = new ScrollPane(page);
        root.setId("settings-page");
        root.setFitToWidth(true);
        root.setFocusTraversable(false);
        root.getStyleClass().add("page-scroll");
    }

    public Parent root() {
        return root;
    }

    private Node language() {
        var waits = note("settings.language.waits");
        waits.setId("settings-language-waits");
        waits.getStyleClass().setAll("label", "banner", "warn");
        waits.setMaxWidth(Double.MAX_VALUE);
        waits.visibleProperty().bind(model.languageWaitsProperty());
        waits.managedProperty().bind(waits.visibleProperty());
        var card =
                card(
                        "language",
                        List.of(LanguageChoice.values()),
                        model.languageProperty(),
                        LanguageChoice::label);
        card.getChildren().add(waits);
        return card;
    }

    private Node theme() {
        return card(
                "theme", List.of(ThemeChoice.values()), model.themeProperty(), ThemeChoice::label);
    }

    private Node motion() {
        return card(
                "motion",
                List.of(MotionChoice.values()),
                model.motionProperty(),
                MotionChoice::label);
    }

    private static <T> VBox card(
            String key, List<T> values, ObjectProperty<T> chosen, Function<T, String> words) {
        var label = new Label(Messages.text("settings." + key));
        label.getStyleClass().add("section-label");
        var segments =
                new Segments<>("settings-" + key, values, chosen, words)
                        .named(Messages.text("settings." + key + ".name"));
        var card = new VBox(8, label, segments, note("settings." + key + ".text"));
        card.getStyleClass().add("card");
        return card;
    }

    private static Label note(String key) {
        var note = new Label(Messages.text(key));
        note.getStyleClass().add("muted");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        return note;
    }
}
