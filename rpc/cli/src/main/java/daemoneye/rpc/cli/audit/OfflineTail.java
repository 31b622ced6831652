package daemoneye.rpc.cli.audit;

import daemoneye.rpc.client.audit.EntryFields;
import daemoneye.rpc.client.audit.read.AuditFilter;
import daemoneye.rpc.client.audit.read.AuditHit;
import daemoneye.rpc.client.audit.read.AuditSearch;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Entries straight from the files.
final class OfflineTail {
    private OfflineTail() {}

    /// The newest entries of all logs of a folder, oldest first.
    ///
    /// @throws IllegalArgumentException with a sentence, if there is nothing to read
    static List<Map<String, ConfigValue>> newest(AuditFolder folder, AuditFilter filter) {
        try {
            var page = new AuditSearch(folder.disk()).newest(folder.processes(), filter);
            return page.hits().reversed().stream().map(OfflineTail::fields).toList();
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "%s cannot be read: %s".formatted(folder.path(), e.getMessage()), e);
        }
    }

    /// An entry as agents tell it.
    static Map<String, ConfigValue> fields(AuditHit hit) {
        var fields = new LinkedHashMap<String, ConfigValue>();
        fields.put("process", ConfigValue.of(hit.process()));
        fields.putAll(EntryFields.of(hit.entry()));
        return fields;
    }
}
