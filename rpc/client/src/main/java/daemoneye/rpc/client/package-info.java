/// Asking and listening: calls, resilience, reconnect, subscriptions, and the picture of the fleet.
@NullMarked
package daemoneye.rpc.client;

import org.jspecify.annotations.NullMarked;
