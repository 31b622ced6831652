package daemoneye.rpc.collector.procmond;

import daemoneye.rpc.collector.executables.HashRule;

/// What procmond can be told while it runs.
///
/// @param commandLineChars most characters of a command line that are kept
/// @param topCount how many of the busiest are told
/// @param hashes whether and how executables are hashed
public record ProcessOptions(int commandLineChars, int topCount, HashRule hashes) {}
