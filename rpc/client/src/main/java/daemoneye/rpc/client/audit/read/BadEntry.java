package daemoneye.rpc.client.audit.read;

/// The first entry of a log that is not right.
///
/// @param file its name
/// @param line from 1
/// @param sequence it has, or should have
/// @param message one sentence for people
public record BadEntry(String file, long line, long sequence, Fault fault, String message) {}
