package daemoneye.rpc.agent.configuration.store;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/// The bytes of a [VersionBook]: JSON with a check sum in front, so that no damage goes unseen.
///
/// ```json
/// {"crc32":"5f0c…","content":{"next":8,"pending":{},"versions":[
///   {"version":7,"at":"2026-…Z","by":"console#12","client_id":"console","reason":"less load",
///    "changed":["scan_interval_ms"],"values":{"scan_interval_ms":2000}}]}}
/// ```
final class BookText {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BEFORE_SUM = "{\"crc32\":\"";
    private static final String AFTER_SUM = "\",\"content\":";
    private static final int SUM = 8;
    private static final int START = BEFORE_SUM.length() + SUM + AFTER_SUM.length();
    private static final Pattern NUMBER = Pattern.compile("\"(?:next|version)\":(\\d{1,18})");

    private BookText() {}

    static byte[] write(VersionBook book) {
        var content = JSON.writeValueAsBytes(tree(book));
        var head = BEFORE_SUM + sum(content, 0, content.length) + AFTER_SUM;
        var all = new byte[START + content.length + 1];
        System.arraycopy(head.getBytes(StandardCharsets.US_ASCII), 0, all, 0, START);
        System.arraycopy(content, 0, all, START, content.length);
        all[all.length - 1] = '}';
        return all;
    }

    /// @throws IllegalArgumentException with what is wrong with them
    static VersionBook read(byte[] bytes) {
        int length = bytes.length - START - 1;
        if (length < 2 || bytes[bytes.length - 1] != '}') {
            throw new IllegalArgumentException("it is cut off");
        }
        var head = BEFORE_SUM + sum(bytes, START, length) + AFTER_SUM;
        if (!new String(bytes, 0, START, StandardCharsets.ISO_8859_1).equals(head)) {
            throw new IllegalArgumentException("its check sum does not fit its content");
        }
        try {
            return book(JSON.readTree(bytes, START, length));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("it is not JSON: " + e.getOriginalMessage(), e);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a time in it is none", e);
        }
    }

    /// The greatest version number that can be seen in damaged bytes; 0 if none.
    static long greatestNumber(byte[] bytes) {
        return NUMBER.matcher(new String(bytes, StandardCharsets.ISO_8859_1))
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .max()
                .orElse(0);
    }

    private static String sum(byte[] bytes, int from, int length) {
        var crc = new CRC32();
        crc.update(bytes, from, length);
        return "%08x".formatted(crc.getValue());
    }

    private static ObjectNode tree(VersionBook book) {
        var tree = JSON.createObjectNode();
        tree.put("next", book.next());
        tree.set("pending", ValueJson.of(book.pending()));
        var versions = tree.putArray("versions");
        book.versions().forEach(each -> versions.add(tree(each)));
        return tree;
    }

    private static ObjectNode tree(ConfigVersion version) {
        var tree = JSON.createObjectNode();
        tree.put("version", version.number());
        tree.put("at", version.at().toString());
        tree.put("by", version.note().by());
        tree.put("client_id", version.note().clientId());
        tree.put("reason", version.note().reason());
        var changed = tree.putArray("changed");
        version.changed().forEach(changed::add);
        version.liveMs().ifPresent(ms -> tree.put("live_ms", ms));
        tree.set("values", ValueJson.of(version.values()));
        return tree;
    }

    private static VersionBook book(JsonNode tree) {
        var versions = new ArrayList<ConfigVersion>();
        tree.path("versions").values().forEach(each -> versions.add(version(each)));
        return new VersionBook(
                tree.path("next").asLong(), versions, ValueJson.table(tree.path("pending")));
    }

    private static ConfigVersion version(JsonNode tree) {
        var note =
                new ChangeNote(
                        tree.path("by").asString(),
                        tree.path("client_id").asString(),
                        tree.path("reason").asString());
        var live = tree.path("live_ms");
        return new ConfigVersion(
                tree.path("version").asLong(),
                ValueJson.table(tree.path("values")),
                note,
                Instant.parse(tree.path("at").asString()),
                names(tree.path("changed")),
                live.isMissingNode() ? OptionalLong.empty() : OptionalLong.of(live.asLong()));
    }

    private static List<String> names(JsonNode tree) {
        var names = new ArrayList<String>();
        tree.values().forEach(each -> names.add(each.asString()));
        return names;
    }
}
