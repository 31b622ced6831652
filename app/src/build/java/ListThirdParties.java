import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// Writes what the product is made of for people to read, from the bill of materials: each library
/// with its version and licences, then NOTES: what is not a library (fonts, icons, the bundled
/// Java).
///
/// Run by the build: `java ListThirdParties.java BOM NOTES OUTPUT`.
class ListThirdParties {
    private static final String OURS = "daemoneye";

    public static void main(String[] args) throws IOException {
        JsonNode bom = JsonMapper.shared().readTree(Path.of(args[0]).toFile());
        Path output = Path.of(args[2]);
        Files.createDirectories(output.getParent());
        Files.writeString(output, libraries(bom) + "\n" + Files.readString(Path.of(args[1])));
    }

    private static String libraries(JsonNode bom) {
        Map<String, String> byName = new TreeMap<>();
        for (JsonNode library : bom.path("components")) {
            String group = text(library, "group");
            if (!group.equals(OURS)) {
                String name = group + ":" + text(library, "name");
                String entry = name + " " + text(library, "version") + "\n    " + licences(library);
                byName.put(name, entry + "\n");
            }
        }
        return String.join("", byName.values());
    }

    /// A library without any stops the build: nobody may pass it on.
    private static String licences(JsonNode library) {
        String names =
                StreamSupport.stream(library.path("licenses").spliterator(), false)
                        .map(ListThirdParties::licence)
                        .distinct()
                        .collect(Collectors.joining(", "));
        if (names.isEmpty()) {
            throw new IllegalStateException("no licence is known of " + text(library, "purl"));
        }
        return names;
    }

    private static String licence(JsonNode choice) {
        JsonNode licence = choice.path("license");
        String id = text(licence, "id");
        return id.isEmpty() ? text(licence, "name") + text(choice, "expression") : id;
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
