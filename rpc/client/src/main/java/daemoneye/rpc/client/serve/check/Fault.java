package daemoneye.rpc.client.serve.check;

import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.value.ConfigValue;

/// What is wrong with a payload, and where.
///
/// @param path e.g. `config_changes.scan_interval_ms`
/// @param sentence for people, without the path
record Fault(String path, String sentence) {
    RpcError error() {
        return RpcError.notExecuted(ErrorCode.INVALID_PAYLOAD, path + " " + sentence)
                .with("field", ConfigValue.of(path));
    }
}
