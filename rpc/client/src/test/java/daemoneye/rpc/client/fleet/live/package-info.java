/// Tests of the picture of the fleet, with time moved by hand.
@NullMarked
package daemoneye.rpc.client.fleet.live;

import org.jspecify.annotations.NullMarked;
