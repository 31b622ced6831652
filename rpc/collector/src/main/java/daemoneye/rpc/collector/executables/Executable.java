package daemoneye.rpc.collector.executables;

import java.nio.file.Path;

/// The file that a process was started from, as it is now.
///
/// @param path as the system tells it
/// @param content where the very file that runs can be read, also when another has taken its path
record Executable(Path path, Path content, FileIdentity identity) {}
