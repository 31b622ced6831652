package daemoneye.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class TopLevelTest {
    private static final int MOST_LINES = 400;

    private final Checkout checkout = Checkout.current();

    @Test
    void nothingNewLiesAtTheTop() throws IOException {
        assertThat(checkout.topLevel())
                .as(
                        "The top level is fixed. Move code into app or rpc, what people see or"
                                + " read into resources, and packaging into installers")
                .contains("pom.xml", "app", "rpc", "resources", "installers")
                .isSubsetOf("pom.xml", "app", "rpc", "resources", "installers", "README.md");
    }

    @Test
    void noJavaFileIsLongerThanOneCanRead() throws IOException {
        List<Path> files = checkout.javaFiles();
        assertThat(files).as("Java files below %s", "app and rpc").isNotEmpty();

        List<String> tooLong = new ArrayList<>();
        for (Path file : files) {
            long lines = checkout.lines(file);
            if (lines > MOST_LINES) {
                tooLong.add(file + " has " + lines + " lines");
            }
        }
        assertThat(tooLong)
                .as("Files over %d lines. Give each of their roles a file of its own", MOST_LINES)
                .isEmpty();
    }
}
