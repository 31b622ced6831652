/// Calls that survive faults: bounds, repeats where they are safe, breakers; and what of it people
/// can see.
@NullMarked
package daemoneye.rpc.client.call.resilience;

import org.jspecify.annotations.NullMarked;
