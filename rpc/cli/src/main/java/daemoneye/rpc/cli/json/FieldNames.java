package daemoneye.rpc.cli.json;

import java.util.Locale;

/// The design writes `collector_id` where Java writes `collectorId`.
final class FieldNames {
    private FieldNames() {}

    static String ofDesign(String javaName) {
        return javaName.replaceAll("[A-Z]", "_$0").toLowerCase(Locale.ROOT);
    }
}
