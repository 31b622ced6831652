package daemoneye.app.bulk.view;

import daemoneye.app.bulk.KeptResult;
import daemoneye.app.text.Messages;
import daemoneye.app.text.Wording;

import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Opens the table of an action on several again, of any since the window was opened. Takes no room
/// before there is one. FX thread only.
public final class ResultsMenu extends MenuButton {
    private final List<Source<?>> sources = new ArrayList<>();

    private record Source<T extends KeptResult>(ObservableList<T> results, Consumer<T> reopen) {
        Stream<Entry> entries() {
            return results.stream().map(each -> new Entry(each, () -> reopen.accept(each)));
        }
    }

    private record Entry(KeptResult result, Runnable reopen) {}

    public ResultsMenu() {
        super(Messages.text("bulk.results"));
        setMinWidth(Region.USE_PREF_SIZE);
        setAccessibleText(Messages.text("bulk.results.name"));
        managedProperty().bind(visibleProperty());
        // What they came to is said as it is when somebody looks.
        setOnShowing(_ -> list());
        list();
    }

    /// Offers these too.
    ///
    /// @param reopen shows one of them again
    public <T extends KeptResult> void add(ObservableList<T> results, Consumer<T> reopen) {
        sources.add(new Source<>(results, reopen));
        results.addListener((ListChangeListener<T>) _ -> list());
        list();
    }

    private void list() {
        var entries =
                sources.stream()
                        .flatMap(Source::entries)
                        .sorted(
                                Comparator.comparing((Entry each) -> each.result().began())
                                        .reversed())
                        .toList();
        setVisible(!entries.isEmpty());
        getItems().setAll(entries.stream().map(ResultsMenu::item).toList());
    }

    private static MenuItem item(Entry entry) {
        var result = entry.result();
        var text =
                Messages.text(
                        "bulk.results.item",
                        Wording.clock(result.began()),
                        result.title(),
                        result.summaryProperty().get());
        var item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> entry.reopen().run());
        return item;
    }
}
