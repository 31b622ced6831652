package daemoneye.app.guard.view;

import daemoneye.app.fx.Watching;
import daemoneye.app.guard.Ask;
import daemoneye.app.guard.ConfirmViewModel;
import daemoneye.app.text.Messages;

import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What a person fills in before something disturbing: the reason, and the words to type. FX
/// thread.
public final class ConfirmFields extends VBox {
    private static final int MOST_REASON = 200;

    private final ConfirmViewModel model;
    private final Label reasonLabel = new Label();
    private final TextField reason = new TextField();
    private final Label phraseLabel = new Label();
    private final TextField phrase = new TextField();
    private final VBox phraseBox = new VBox(4, phraseLabel, phrase);

    /// @param watching ends when it is shown no more
    public ConfirmFields(ConfirmViewModel model, Watching watching) {
        super(12);
        this.model = model;
        reason.setId("ask-reason");
        reason.textProperty().bindBidirectional(model.reasonProperty());
        reason.textProperty().subscribe(this::shorten);
        phrase.setId("ask-phrase");
        phrase.getStyleClass().add("code");
        phrase.textProperty().bindBidirectional(model.typedProperty());
        phrase.setOnAction(_ -> model.confirm());
        reasonLabel.setLabelFor(reason);
        phraseLabel.setLabelFor(phrase);
        phraseLabel.setWrapText(true);
        phraseLabel.setMinHeight(Region.USE_PREF_SIZE);
        reasonLabel.getStyleClass().add("field-label");
        phraseLabel.getStyleClass().add("field-label");
        getChildren().addAll(new VBox(4, reasonLabel, reason), phraseBox);
        watching.add(model.questionProperty().subscribe(this::show));
    }

    private void shorten(String text) {
        if (text.length() > MOST_REASON) {
            reason.setText(text.substring(0, MOST_REASON));
        }
    }

    private void show(Ask.Question asked) {
        var need = Messages.text(asked.needsReason() ? "guard.reason" : "guard.reason.optional");
        reasonLabel.setText(need);
        reason.setAccessibleText(need);
        reason.setPromptText(Messages.text("guard.reason.prompt"));
        asked.phrase().ifPresent(this::showPhrase);
        phraseBox.setVisible(asked.phrase().isPresent());
        phraseBox.setManaged(asked.phrase().isPresent());
    }

    private void showPhrase(String words) {
        int count = model.questionProperty().get().stakes().intent().targets().size();
        var asked = model.questionProperty().get();
        var text =
                asked.held()
                        ? Messages.text("guard.phrase", words)
                        : Messages.text("guard.count", words, count);
        phraseLabel.setText(text);
        phrase.setAccessibleText(text);
    }
}
