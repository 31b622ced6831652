/// What is said on the bus: records, sealed types, topics and error codes.
///
/// Depends on the JDK and JSpecify only, so that every other module can share it.
@NullMarked
package daemoneye.rpc.protocol;

import org.jspecify.annotations.NullMarked;
