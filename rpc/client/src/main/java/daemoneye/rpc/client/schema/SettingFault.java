package daemoneye.rpc.client.schema;

/// What is wrong with one value.
///
/// @param path the setting, e.g. `scan_interval_ms`; deeper ones as `watched_folders[3]` and
///     `extra.name`
/// @param message one sentence for people that names the setting; never the value of a secret
public record SettingFault(String path, String message) {}
