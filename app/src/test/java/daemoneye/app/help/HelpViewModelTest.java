package daemoneye.app.help;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.app.about.About;
import daemoneye.app.help.HelpViewModel.Sheet;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

class HelpViewModelTest {
    private final HelpViewModel model = new HelpViewModel();
    private final Doors doors = new Doors();

    HelpViewModelTest() {
        model.use(doors);
    }

    @Test
    void whatOthersAddStandsAboveWhatIsForTrouble() {
        model.offer(new HelpEntry("help-tours", "help.keys", () -> {}));
        model.offer(new HelpEntry("help-tours", "help.keys", () -> {}));

        assertThat(model.entries())
                .extracting(HelpEntry::id)
                .containsExactly("help-tours", "help-diagnostics", "help-about");
    }

    @Test
    void aboutIsReadWhenSomebodyWantsToKnow() {
        assertThat(doors.asked).isZero();
        press("help-about");
        assertThat(model.sheetProperty().get()).contains(Sheet.ABOUT);
        assertThat(model.aboutProperty().get()).isEmpty();

        doors.about.complete(new About("1", "b", "j", "fx", "os", List.of()));
        assertThat(model.aboutProperty().get()).isPresent();
        model.close();
        press("help-about");
        assertThat(doors.asked).isOne();
    }

    @Test
    void aBundleIsWrittenOnceAndTold() {
        press("help-diagnostics");
        model.write(Path.of("a.zip"));
        model.write(Path.of("b.zip"));
        assertThat(doors.written).containsExactly(Path.of("a.zip"));
        assertThat(model.writingProperty().get()).isTrue();

        doors.answer.complete(new BundleEnd(false, "a.zip could not be written."));
        assertThat(model.toldProperty().get()).contains("a.zip");
        assertThat(model.writingProperty().get()).isFalse();
        assertThat(model.failedProperty().get()).isTrue();
        press("help-diagnostics");
        assertThat(model.toldProperty().get()).isEmpty();
        assertThat(model.failedProperty().get()).isFalse();
    }

    @Test
    void aNoticeStaysUntilItIsRead() {
        model.tell("Your settings cannot be kept.");
        assertThat(model.noticeProperty().get()).isNotEmpty();
        model.read();
        assertThat(model.noticeProperty().get()).isEmpty();
    }

    private void press(String id) {
        model.entries().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow()
                .onPress()
                .run();
    }

    private static final class Doors implements HelpDoors {
        private final CompletableFuture<About> about = new CompletableFuture<>();
        private final CompletableFuture<BundleEnd> answer = new CompletableFuture<>();
        private final List<Path> written = new ArrayList<>();
        private int asked;

        @Override
        public CompletionStage<About> about() {
            asked++;
            return about;
        }

        @Override
        public CompletionStage<BundleEnd> bundle(Path file) {
            written.add(file);
            return answer;
        }

        @Override
        public String bundleName() {
            return "x.zip";
        }
    }
}
