package daemoneye.rpc.collector.perfmond;

/// One sensor.
///
/// @param name e.g. `coretemp: Package id 0`
public record SensorReading(String name, double celsius) {}
