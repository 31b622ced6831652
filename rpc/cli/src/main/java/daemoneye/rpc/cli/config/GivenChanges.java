package daemoneye.rpc.cli.config;

import daemoneye.rpc.cli.json.BadJson;
import daemoneye.rpc.cli.json.JsonInput;
import daemoneye.rpc.cli.json.TextSource;
import daemoneye.rpc.client.schema.Setting;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The changes that a command line asks for.
///
/// @param pairs `KEY=VALUE`, `KEY=@FILE`, `KEY=@-`
/// @param file of one JSON object
/// @param unset names that go back to the usual value
record GivenChanges(List<String> pairs, Optional<String> file, List<String> unset) {
    GivenChanges {
        pairs = List.copyOf(pairs);
        unset = List.copyOf(unset);
    }

    boolean none() {
        return pairs.isEmpty() && file.isEmpty() && unset.isEmpty();
    }

    /// Secrets that stand on the command line, where others can see them.
    List<String> exposed(ShownConfig config) {
        return pairs.stream()
                .filter(pair -> !value(pair).startsWith("@") || value(pair).startsWith("@@"))
                .map(GivenChanges::name)
                .filter(name -> config.setting(name).filter(Setting::secret).isPresent())
                .toList();
    }

    /// The file first, single values over it.
    ///
    /// @throws BadJson with a sentence, if they cannot be understood
    Map<String, ConfigValue> read(ShownConfig config, InputStream pipe) throws BadJson {
        var changes = new LinkedHashMap<String, ConfigValue>();
        if (file.isPresent()) {
            changes.putAll(object(file.get(), pipe));
        }
        for (var pair : pairs) {
            if (pair.indexOf('=') < 1) {
                throw new BadJson(
                        "\"%s\" is no change: write KEY=VALUE, e.g. scan_interval_ms=2000"
                                .formatted(pair));
            }
            var name = name(pair);
            var text = text(value(pair), pipe);
            changes.put(name, SettingValue.read(name, config.setting(name), text));
        }
        unset.forEach(name -> changes.put(name, new ConfigValue.Nothing()));
        return changes;
    }

    /// @throws BadJson with a sentence, if the file holds no object
    static Map<String, ConfigValue> object(String name, InputStream pipe) throws BadJson {
        try {
            if (JsonInput.read(TextSource.ofFile(name, pipe))
                    instanceof ConfigValue.Table(var entries)) {
                return entries;
            }
        } catch (BadJson e) {
            throw new BadJson("%s: %s".formatted(name, e.sentence()));
        }
        throw new BadJson(name + " holds no JSON object { ... }");
    }

    private static String text(String value, InputStream pipe) throws BadJson {
        if (value.startsWith("@@")) {
            return value.substring(1);
        }
        // Editors end files with a line end that nobody means.
        return value.startsWith("@")
                ? TextSource.ofFile(value.substring(1), pipe).stripTrailing()
                : value;
    }

    private static String name(String pair) {
        return pair.substring(0, Math.max(0, pair.indexOf('=')));
    }

    private static String value(String pair) {
        return pair.substring(pair.indexOf('=') + 1);
    }
}
