package daemoneye.app.config.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

class ConfigFileTest {
    @TempDir private Path folder;

    @Test
    void whatWasWrittenIsReadAgain() {
        var file = folder.resolve("one.json");

        assertThat(ConfigFile.write(file, "{\"gr\u00f6\u00dfe\": 1}\n")).isEmpty();
        assertThat(read(file)).isEqualTo("{\"gr\u00f6\u00dfe\": 1}\n");
        assertThat(folder).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void theMarkThatSomeEditorsPutInFrontIsNoPartOfTheText() throws IOException {
        var file = Files.writeString(folder.resolve("one.json"), "\ufeff{}");

        assertThat(read(file)).isEqualTo("{}");
    }

    @Test
    void aFileOf256MegabytesIsRefusedByItsSize() throws IOException {
        var file = folder.resolve("big.json");
        try (var big = new RandomAccessFile(file.toFile(), "rw")) {
            big.setLength(256L << 20);
        }

        assertThat(trouble(file))
                .isEqualTo("big.json could not be used (more than 256 KB): choose another file.");
    }

    @Test
    void oneByteTooManyIsTooMany() throws IOException {
        var most = Files.write(folder.resolve("most"), new byte[ConfigFile.MOST_BYTES]);
        var more = Files.write(folder.resolve("more"), new byte[ConfigFile.MOST_BYTES + 1]);

        assertThat(read(most)).hasSize(ConfigFile.MOST_BYTES);
        assertThat(trouble(more)).contains("more than 256 KB");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatHasNoEndIsNotEvenOpened() throws Exception {
        assertThat(trouble(Path.of("/dev/zero"))).contains("it is no plain file");
        var pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        assertThat(trouble(pipe)).contains("it is no plain file");
        assertThat(trouble(folder)).contains("it is no plain file");
    }

    @Test
    void whatIsNotThereOrNoTextIsSaid() throws IOException {
        var latin = folder.resolve("latin.json");
        Files.write(latin, "{\"gr\u00f6\u00dfe\": 1}".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(trouble(folder.resolve("none.json"))).contains("it is not there");
        assertThat(trouble(latin)).contains("it is no UTF-8 text");
    }

    @Test
    void anOddNameIsShownHarmlessly() throws IOException {
        var file = Files.write(folder.resolve("a\u202eb\nc.json"), new byte[] {(byte) 0xff});

        assertThat(trouble(file)).startsWith("a b c.json could not be used");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatCannotBeWrittenIsSaidAndWhatWasThereStays() throws IOException {
        var file = Files.writeString(folder.resolve("one.json"), "before");
        assertThat(ConfigFile.write(folder.resolve("no/such/one.json"), "{}"))
                .contains("one.json could not be used (it is not there): choose another file.");
        assertThat(ConfigFile.write(Path.of("/"), "{}")).isPresent();

        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            // Nothing is forbidden to a superuser.
            if (!Files.isWritable(folder)) {
                assertThat(ConfigFile.write(file, "{}").orElseThrow())
                        .contains("it may not be opened");
                assertThat(file).hasContent("before");
            }
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static String read(Path file) {
        return ((ConfigFile.Content) ConfigFile.read(file)).text();
    }

    private static String trouble(Path file) {
        return ((ConfigFile.Trouble) ConfigFile.read(file)).sentence();
    }
}
