package daemoneye.rpc.agent.configuration;

import daemoneye.rpc.agent.configuration.store.VersionBook;
import daemoneye.rpc.client.schema.SettingFault;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;

/// Why settings are not read or changed, in the words of the protocol. Nothing happened then.
final class ConfigRefusals {
    private ConfigRefusals() {}

    /// Values that the schema does not allow, each with its path.
    ///
    /// @param where they stand in the request, e.g. `config_changes`
    static RpcError faults(String where, List<SettingFault> faults) {
        var reasons = new LinkedHashMap<String, ConfigValue>();
        faults.forEach(each -> reasons.put(each.path(), ConfigValue.of(each.message())));
        var paths = faults.stream().map(each -> where + "." + each.path()).toList();
        var first = faults.getFirst();
        var more = faults.size() == 1 ? "" : " (and %d more)".formatted(faults.size() - 1);
        return RpcError.notExecuted(ErrorCode.INVALID_PAYLOAD, first.message() + more)
                .with("field", ConfigValue.of(where + "." + first.path()))
                .with("paths", ConfigValue.texts(paths))
                .with("refused_changes", new ConfigValue.Table(reasons));
    }

    static RpcError conflict(long expected, VersionBook book) {
        var newest = book.newest();
        var sentence =
                "the settings are at version %d, not %d: %s changed them at %s; %s"
                        .formatted(
                                newest.number(),
                                expected,
                                newest.note().by(),
                                newest.at(),
                                "read them again, then decide");
        return RpcError.notExecuted(ErrorCode.CONFIG_CONFLICT, sentence)
                .with("expected_version", ConfigValue.of(expected))
                .with("config_version", ConfigValue.of(newest.number()))
                .with("by", ConfigValue.of(newest.note().by()))
                .with("at", ConfigValue.of(newest.at().toString()));
    }

    /// A version that was never there, or is not kept any more.
    static RpcError noVersion(long number, VersionBook book, String field) {
        var first = book.versions().getFirst().number();
        var sentence =
                "there is no version %d: versions %d to %d are kept"
                        .formatted(number, first, book.newest().number());
        return wrong(sentence, field)
                .with("config_version", ConfigValue.of(book.newest().number()));
    }

    static RpcError unknownType(CollectorConfig config) {
        return RpcError.notExecuted(
                ErrorCode.OPERATION_NOT_SUPPORTED,
                "no settings are known for collectors of type \"%s\": this agent has no schema for it"
                        .formatted(config.type()));
    }

    static RpcError wrong(String sentence, String field) {
        return RpcError.notExecuted(ErrorCode.INVALID_PAYLOAD, sentence)
                .with("field", ConfigValue.of(field));
    }

    /// @param written whether a new version was saved before the disk failed
    static RpcError disk(IOException e, boolean written) {
        var sentence = String.valueOf(e.getMessage());
        return written
                ? RpcError.unknown(ErrorCode.CONFIG_NOT_SAVED, sentence)
                : RpcError.notExecuted(ErrorCode.CONFIG_NOT_SAVED, sentence);
    }
}
