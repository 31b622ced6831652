package daemoneye.app.controls;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.app.controls.FillColumns.Span;
import daemoneye.app.launch.display.Display;

import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxToolkit;

import java.util.Arrays;
import java.util.List;

class FillColumnsTest {
    private static final Span FIXED = new Span(100, 100, 100);
    private static final Span NAME = new Span(80, 160, 240);
    private static final Span WORDS = new Span(90, 240, Double.MAX_VALUE);

    @Test
    void whatIsLeftGoesToThoseThatMayBeWiderInProportion() {
        assertThat(FillColumns.widths(List.of(FIXED, NAME, WORDS), 600))
                .containsExactly(100, 200, 300);
    }

    @Test
    void whatOneCannotTakeTheOthersTake() {
        assertThat(FillColumns.widths(List.of(FIXED, NAME, WORDS), 1_340))
                .containsExactly(100, 240, 1_000);
    }

    @Test
    void whatIsMissingIsTakenFromThoseThatMayBeNarrower() {
        assertThat(FillColumns.widths(List.of(FIXED, NAME, WORDS), 400))
                .containsExactly(100, 120, 180);
        assertThat(FillColumns.widths(List.of(FIXED, NAME, WORDS), 200))
                .containsExactly(100, 80, 90);
    }

    @ParameterizedTest
    @ValueSource(doubles = {371, 517.5, 683.4, 999.9, 1_919})
    void theyFillTheRoomToThePixel(double room) {
        var widths = FillColumns.widths(List.of(NAME, FIXED, WORDS, NAME), room);
        assertThat(Arrays.stream(widths).sum()).isEqualTo(Math.floor(room));
    }

    @Test
    void theyFillTheTableWhenOneGoesAndWhenTheTableGrows() throws Exception {
        Display.doWithout();
        FxToolkit.registerPrimaryStage();
        FxToolkit.setupFixture(
                () -> {
                    var table = new TableView<String>();
                    for (var span : List.of(NAME, FIXED, WORDS)) {
                        var column = new TableColumn<String, String>("x");
                        column.setMinWidth(span.least());
                        column.setPrefWidth(span.preferred());
                        column.setMaxWidth(span.most());
                        table.getColumns().add(column);
                    }
                    FillColumns.of(table);
                    var scene = new Scene(table, 700, 300);
                    layOut(scene);
                    assertThat(shown(table)).isBetween(690.0, 700.0);
                    table.getColumns().getFirst().setVisible(false);
                    layOut(scene);
                    assertThat(shown(table)).isBetween(690.0, 700.0);
                    table.resize(900, 300);
                    table.layout();
                    assertThat(shown(table)).isBetween(890.0, 900.0);
                });
    }

    private static void layOut(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }

    private static double shown(TableView<?> table) {
        return table.getVisibleLeafColumns().stream().mapToDouble(TableColumn::getWidth).sum();
    }
}
