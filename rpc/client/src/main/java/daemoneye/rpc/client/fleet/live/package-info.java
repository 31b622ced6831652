/// Keeps the picture of the fleet true: one loop thread owns everything in here.
@NullMarked
package daemoneye.rpc.client.fleet.live;

import org.jspecify.annotations.NullMarked;
