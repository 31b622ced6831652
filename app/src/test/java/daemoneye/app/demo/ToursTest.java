package daemoneye.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daemoneye.app.demo.tour.Step;
import daemoneye.app.demo.tour.Walkthrough;
import daemoneye.app.demo.tour.Words;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

class ToursTest {
    @TempDir private Path folder;

    @Test
    void everyFileIsListed() throws IOException {
        try (var files =
                Files.list(Path.of(System.getProperty("daemoneye.root"), "resources", "demo"))) {
            assertThat(files.map(each -> each.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            Tours.NAMES.stream().map(each -> each + Tours.ENDING).toList());
        }
    }

    @Test
    void everyTextIsThereInGermanToo() {
        assertThat(Tours.all().stream().flatMap(ToursTest::words))
                .allSatisfy(each -> assertThat(each.german()).isPresent());
    }

    private static Stream<Words> words(Walkthrough tour) {
        return Stream.concat(
                Stream.concat(
                        Stream.of(tour.title(), tour.about()),
                        tour.chapters().stream().map(Walkthrough.Chapter::title)),
                tour.steps().stream()
                        .filter(Step.Say.class::isInstance)
                        .map(each -> ((Step.Say) each).words()));
    }

    @Test
    void everyTourExpectsSomethingInEachChapter() {
        assertThat(Tours.all().stream().flatMap(each -> each.chapters().stream()))
                .allSatisfy(
                        chapter ->
                                assertThat(chapter.steps())
                                        .anyMatch(Step.Expect.class::isInstance));
    }

    @Test
    void anUnknownNameIsToldWhichThereAre() {
        assertThatThrownBy(() -> Tours.find("first-lock"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("first-look, silent-and-recovers");
    }

    @Test
    void aFileOfOnesOwnIsTaken() throws IOException {
        var file = folder.resolve("mine.walkthrough");
        Files.writeString(file, "title \"Mine\"\nchapter \"C\"\nsay \"x\"\n");

        assertThat(Tours.find(file.toString()).name()).isEqualTo("mine");
    }

    @Test
    void whatIsWrongInAFileIsSaidWithLineAndColumn() throws IOException {
        var file = folder.resolve("mine.walkthrough");
        Files.writeString(file, "title \"Mine\"\nchapter \"C\"\nsay\npoint\n");

        assertThatThrownBy(() -> Tours.find(file.toString()))
                .hasMessageContaining("mine.walkthrough:3:4: ")
                .hasMessageContaining("mine.walkthrough:4:6: ");
    }

    @Test
    void whatIsNoTextIsRefused() throws IOException {
        var missing = folder.resolve("missing.walkthrough");
        var binary = Files.write(folder.resolve("b.walkthrough"), new byte[] {(byte) 0xc3, 0x28});
        var huge = Files.write(folder.resolve("h.walkthrough"), new byte[300 * 1024]);

        assertThatThrownBy(() -> Tours.find(missing.toString()))
                .hasMessage("There is no file " + missing + ".");
        assertThatThrownBy(() -> Tours.find(binary.toString())).hasMessageContaining("UTF-8");
        assertThatThrownBy(() -> Tours.find(huge.toString())).hasMessageContaining("256 KB");
    }
}
