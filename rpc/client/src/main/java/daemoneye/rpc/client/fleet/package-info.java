/// The UI-free picture of the fleet.
@NullMarked
package daemoneye.rpc.client.fleet;

import org.jspecify.annotations.NullMarked;
