package daemoneye.rpc.agent.configuration.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daemoneye.rpc.protocol.time.FakeTicker;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

class VersionStoreTest {
    private final FakeTicker ticker = new FakeTicker();
    @TempDir private Path folder;

    @Test
    void whatWasSavedIsThereAfterwards() throws IOException {
        Map<String, ConfigValue> values =
                Map.of(
                        "text", ConfigValue.of("ä \" \u0000 \n{}"),
                        "whole", ConfigValue.of(Long.MIN_VALUE),
                        "decimal", ConfigValue.of(5.0),
                        "flag", ConfigValue.of(false),
                        "list", ConfigValue.texts(List.of("", "b")));
        var book = change(open(), values);
        assertThat(open().book()).isEqualTo(book);
        assertThat(open().trouble()).isEmpty();
        assertThat(open().book().newest().values()).isEqualTo(values);
    }

    @Test
    void thereIsAFirstVersionWithoutAnyFile() throws IOException {
        assertThat(open().book().newest().number()).isEqualTo(1);
        assertThat(open().book().newest().values()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFileTornAtAnyByteIsMendedFromTheContentBefore() throws IOException {
        change(open(), interval(2000));
        var before = Files.readAllBytes(file());
        change(open(), interval(3000));
        var whole = Files.readAllBytes(file());
        for (int cut = 0; cut < whole.length; cut++) {
            lay(Arrays.copyOf(whole, cut), before);
            assertMended("torn at " + cut);
        }
    }

    @Test
    void aByteThatIsAnotherIsSeen() throws IOException {
        change(open(), interval(2000));
        var before = Files.readAllBytes(file());
        change(open(), interval(3000));
        var whole = Files.readAllBytes(file());
        for (int at = 0; at < whole.length; at += 5) {
            var damaged = whole.clone();
            damaged[at] ^= 1;
            lay(damaged, before);
            assertMended("damaged at " + at);
        }
    }

    @Test
    void aFileThatIsGoneIsMendedFromItsBackup() throws IOException {
        change(open(), interval(2000));
        change(open(), interval(3000));
        Files.delete(file());
        var store = open();
        assertThat(store.book().newest().values()).isEqualTo(interval(2000));
        assertThat(store.trouble()).hasValueSatisfying(why -> assertThat(why).contains("missing"));
    }

    @Test
    void withoutAnyUsableContentUsualValuesHoldAndNoNumberComesAgain() throws IOException {
        change(open(), interval(2000));
        change(open(), interval(3000));
        var whole = Files.readAllBytes(file());
        var half = Arrays.copyOf(whole, whole.length / 2);
        lay(half, Arrays.copyOf(half, 20));
        var store = open();
        assertThat(store.book().newest().values()).isEmpty();
        assertThat(store.book().newest().number()).isGreaterThan(3);
        assertThat(store.trouble()).hasValueSatisfying(why -> assertThat(why).contains("usual"));
        assertThat(names()).filteredOn(name -> name.contains(".corrupt-")).hasSize(2);
        assertThat(store.book().newest().note().reason()).isNotEmpty();
        assertThat(open().book().newest().values()).isEmpty();
        assertThat(open().trouble()).isEmpty();
    }

    @Test
    void aLossOfPowerBeforeTheRenameChangesNothing() throws IOException {
        var book = change(open(), interval(2000));
        Files.write(folder.resolve("procmond.json.new"), new byte[] {'{', 0});
        assertThat(open().book()).isEqualTo(book);
        var next = change(open(), interval(3000));
        assertThat(open().book()).isEqualTo(next);
        assertThat(names()).containsExactlyInAnyOrder("procmond.json", "procmond.json.bak");
    }

    @Test
    void theNewest200AreKept() throws IOException {
        var store = open();
        for (int i = 0; i < 250; i++) {
            change(store, interval(1000 + i));
        }
        var versions = open().book().versions();
        assertThat(versions).hasSize(200);
        assertThat(versions.getLast().number()).isEqualTo(251);
        assertThat(versions.getFirst().number()).isEqualTo(52);
    }

    @Test
    void aHistoryOfHugeValuesIsShortenedButNeverTheNewest() throws IOException {
        var store = open();
        for (int i = 0; i < 12; i++) {
            change(store, Map.of("text", ConfigValue.of("x".repeat(700_000) + i)));
        }
        assertThat(Files.size(file())).isLessThan(VersionStore.MOST_BYTES);
        assertThat(open().book().newest().number()).isEqualTo(13);
        assertThat(open().book().versions().size()).isLessThan(12);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyTheOwnerMayReadWhatMayBeSecret() throws IOException {
        var store = VersionStore.open(folder.resolve("config/procmond.json"), "agent", ticker);
        change(store, interval(2000));
        change(store, interval(3000));
        try (var files = Files.walk(folder.resolve("config"))) {
            assertThat(files)
                    .hasSize(3)
                    .allSatisfy(
                            each ->
                                    assertThat(
                                                    PosixFilePermissions.toString(
                                                            Files.getPosixFilePermissions(each)))
                                            .endsWith("------"));
        }
    }

    @Test
    void aDiskThatDoesNotWorkChangesNothingAndIsNamed() throws IOException {
        var blocked = folder.resolve("config");
        Files.createFile(blocked);
        var store = VersionStore.open(blocked.resolve("procmond.json"), "agent", ticker);
        var before = store.book();
        assertThatThrownBy(() -> change(store, interval(2000)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot write")
                .hasMessageContaining("procmond.json");
        assertThat(store.book()).isEqualTo(before);
    }

    @Test
    void numbersThatDoNotGrowAreRefused() {
        var one = version(1, Map.of());
        assertThatThrownBy(() -> new VersionBook(1, List.of(one), Map.of()))
                .hasMessage("the next version is 1, but there is 1");
        assertThatThrownBy(() -> new VersionBook(9, List.of(one, one), Map.of()))
                .hasMessage("version 1 follows version 1");
    }

    private void assertMended(String how) throws IOException {
        var store = open();
        assertThat(store.book().newest().values()).as(how).isEqualTo(interval(2000));
        assertThat(store.book().newest().number()).as(how).isGreaterThan(3);
        assertThat(store.book().newest().note().by()).as(how).isEqualTo("agent");
        assertThat(store.trouble()).as(how).isPresent();
        assertThat(names()).as(how).anyMatch(name -> name.contains(".corrupt-"));
        assertThat(open().trouble()).as(how).isEmpty();
        assertThat(open().book()).as(how).isEqualTo(store.book());
    }

    // A folder as it is after a damage, and nothing else in it.
    private void lay(byte[] main, byte[] backup) throws IOException {
        for (var name : names()) {
            Files.delete(folder.resolve(name));
        }
        Files.write(file(), main);
        Files.write(folder.resolve("procmond.json.bak"), backup);
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString()).toList();
        }
    }

    private VersionStore open() throws IOException {
        return VersionStore.open(file(), "agent", ticker);
    }

    private Path file() {
        return folder.resolve("procmond.json");
    }

    private VersionBook change(VersionStore store, Map<String, ConfigValue> values)
            throws IOException {
        ticker.advance(Duration.ofSeconds(1));
        store.save(store.book().with(version(store.book().next(), values), 1000));
        return store.book();
    }

    private ConfigVersion version(long number, Map<String, ConfigValue> values) {
        return new ConfigVersion(
                number,
                values,
                new ChangeNote("console#1", "console", "test"),
                ticker.now(),
                List.copyOf(values.keySet()),
                OptionalLong.empty());
    }

    private static Map<String, ConfigValue> interval(long ms) {
        return Map.of("scan_interval_ms", ConfigValue.of(ms));
    }
}
