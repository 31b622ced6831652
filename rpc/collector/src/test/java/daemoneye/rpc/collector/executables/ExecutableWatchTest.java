package daemoneye.rpc.collector.executables;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import daemoneye.rpc.collector.gather.Fields;
import daemoneye.rpc.collector.gather.Findings;
import daemoneye.rpc.collector.gather.Scan;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Hashes of files that "run" because the test says so; the files are real.
class ExecutableWatchTest {
    /// `printf hello | sha256sum`
    private static final String HELLO =
            "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    /// `printf world | sha256sum`
    private static final String WORLD =
            "486ea46224d1bb4fb680f34f7c9ad96a8f24ec88be73ea8e5a6c65260e9cb8a7";

    /// `printf hello | openssl dgst -sha256 -hmac 0123456789abcdef`
    private static final String KEYED_HELLO =
            "713ba20d2e5fdfbc44724244bf2305ed0714f16ecad75df06e9547b5ae43d83a";

    private static final HashRule PLAIN = new HashRule(true, "");

    @TempDir private Path folder;
    private final Map<Long, Path> running = new HashMap<>();
    private final ExecutableWatch watch = new ExecutableWatch(this::executable);

    private Optional<Executable> executable(long pid) {
        return Optional.ofNullable(running.get(pid)).map(ExecutableWatchTest::at);
    }

    private static Executable at(Path path) {
        try {
            return new Executable(path, path, FileIdentity.at(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theHashIsThatOfTheFile() throws IOException {
        run(1, file("a", "hello"));
        scan(PLAIN);
        scan(PLAIN);

        assertThat(describe(1))
                .containsEntry("executable", ConfigValue.of(folder.resolve("a").toString()))
                .containsEntry("sha256", ConfigValue.of(HELLO));
    }

    @Test
    void withAKeyItIsAnHmacAndNeverThePlainHash() throws IOException {
        run(1, file("a", "hello"));
        scan(PLAIN);
        scan(PLAIN);
        var keyed = new HashRule(true, "0123456789abcdef");
        scan(keyed);

        assertThat(describe(1))
                .containsEntry("hmac_sha256", ConfigValue.of(KEYED_HELLO))
                .doesNotContainKey("sha256");
        assertThat(keyed.toString()).doesNotContain("0123456789abcdef");
    }

    @Test
    void oneFileInManyProcessesIsHashedOnce() throws IOException {
        var file = file("a", "hello");
        for (long pid = 1; pid <= 50; pid++) {
            run(pid, file);
        }
        scan(PLAIN);

        assertThat(scan(PLAIN).metrics()).containsEntry("hashed_executables", 1.0);
    }

    @Test
    void aHugeFileTakesManyScansAndHoldsUpNoSmallOne() throws IOException {
        var huge = folder.resolve("huge");
        Files.write(huge, new byte[(int) (3 * ExecutableWatch.BYTES_PER_SCAN)]);
        run(1, huge);
        run(2, file("small", "hello"));
        scan(PLAIN);
        var first = scan(PLAIN);

        assertThat(first.metrics())
                .containsEntry("hashed_executables", 1.0)
                .containsEntry("hashes_waiting", 1.0);
        assertThat(describe(2)).containsEntry("sha256", ConfigValue.of(HELLO));
        scan(PLAIN);
        scan(PLAIN);
        assertThat(scan(PLAIN).metrics()).containsEntry("hashed_executables", 2.0);
        assertThat(describe(1))
                .containsEntry(
                        "sha256",
                        ConfigValue.of(sha256OfZeros(3 * (int) ExecutableWatch.BYTES_PER_SCAN)));
    }

    @Test
    void whoWasToldWithoutTheHashIsToldItLater() throws IOException {
        scan(PLAIN);
        var huge = folder.resolve("huge");
        Files.write(huge, new byte[(int) ExecutableWatch.BYTES_PER_SCAN + 1]);
        run(1, huge);
        look(PLAIN);
        assertThat(describe(1)).containsEntry("hash_pending", ConfigValue.of(true));
        tell();
        var later = scan(PLAIN);

        assertThat(types(later)).containsExactly("process.hashed");
        assertThat(later.events().getFirst().fields())
                .containsKey("sha256")
                .containsEntry("pids", new ConfigValue.Items(List.of(ConfigValue.of(1))));
    }

    @Test
    void aFileThatIsReplacedBehindARunningPathIsToldOnceWithBothHashes() throws IOException {
        var file = file("a", "hello");
        run(1, file);
        scan(PLAIN);
        scan(PLAIN);
        Files.move(file("fresh", "world"), file, StandardCopyOption.REPLACE_EXISTING);
        var events = events(4);

        assertThat(events).hasSize(1);
        assertThat(events.getFirst())
                .containsEntry("change", ConfigValue.of("replaced"))
                .containsEntry("sha256_before", ConfigValue.of(HELLO))
                .containsEntry("sha256_now", ConfigValue.of(WORLD));
    }

    @Test
    void aFileThatIsWrittenOverIsModified() throws IOException {
        var file = file("a", "hello");
        run(1, file);
        scan(PLAIN);
        scan(PLAIN);
        Files.writeString(file, "world");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1));

        assertThat(events(4))
                .singleElement()
                .satisfies(
                        it ->
                                assertThat(it)
                                        .containsEntry("change", ConfigValue.of("modified"))
                                        .containsEntry("sha256_now", ConfigValue.of(WORLD)));
    }

    @Test
    void aFileThatIsDeletedIsToldOnce() throws IOException {
        var file = file("a", "hello");
        var seen = at(file);
        var ghost = new ExecutableWatch(pid -> Optional.of(seen));
        look(ghost);
        tell(ghost);
        look(ghost);
        tell(ghost);
        Files.delete(file);
        look(ghost);
        var told = tell(ghost);
        look(ghost);

        assertThat(told.events().getFirst().fields())
                .containsEntry("change", ConfigValue.of("deleted"))
                .containsEntry("sha256_before", ConfigValue.of(HELLO));
        assertThat(tell(ghost).events()).isEmpty();
    }

    @Test
    void theSameContentInAnotherFileIsNoChange() throws IOException {
        var file = file("a", "hello");
        run(1, file);
        scan(PLAIN);
        scan(PLAIN);
        Files.move(file("fresh", "hello"), file, StandardCopyOption.REPLACE_EXISTING);

        assertThat(events(4)).isEmpty();
    }

    @Test
    void switchedOffNothingIsHashedAndHealthSaysSo() throws IOException {
        run(1, file("a", "hello"));
        scan(PLAIN);
        scan(PLAIN);
        var off = scan(HashRule.OFF);

        assertThat(describe(1)).isEmpty();
        assertThat(off.metrics()).isEmpty();
        assertThat(off.components().getFirst().message())
                .isEqualTo("Off: enable_hash_verification is false");
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private void run(long pid, Path file) {
        running.put(pid, file);
    }

    private Scan scan(HashRule rule) {
        look(rule);
        return tell();
    }

    private void look(HashRule rule) {
        watch.look(rule, running.keySet(), List.of());
    }

    private Scan tell() {
        var out = new Findings(100);
        watch.tell(out, running.keySet());
        return out.scan();
    }

    private static void look(ExecutableWatch ghost) {
        ghost.look(PLAIN, Set.of(1L), List.of());
    }

    private static Scan tell(ExecutableWatch ghost) {
        var out = new Findings(100);
        ghost.tell(out, Set.of(1L));
        return out.scan();
    }

    private List<Map<String, ConfigValue>> events(int scans) {
        var events = new ArrayList<Map<String, ConfigValue>>();
        for (int at = 0; at < scans; at++) {
            scan(PLAIN).events().stream()
                    .filter(each -> each.type().equals("process.executable_changed"))
                    .forEach(each -> events.add(each.fields()));
        }
        return events;
    }

    private Map<String, ConfigValue> describe(long pid) {
        return watch.describe(pid, new Fields()).table().entries();
    }

    private static List<String> types(Scan scan) {
        return scan.events().stream().map(each -> each.type()).toList();
    }

    private static String sha256OfZeros(int count) {
        var whole = new HashRule(true, "").begin();
        whole.update(ByteBuffer.wrap(new byte[count]));
        return whole.finish();
    }

    @Test
    void theKeyedHashIsNotTheHashOfTheKey() {
        var rule = new HashRule(true, "0123456789abcdef").begin();
        rule.update(ByteBuffer.wrap("hello".getBytes(UTF_8)));

        assertThat(rule.finish()).isEqualTo(KEYED_HELLO);
    }
}
