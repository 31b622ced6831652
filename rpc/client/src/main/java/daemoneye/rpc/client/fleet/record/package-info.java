/// What is known of one collector, and the rules by which something is believed because of it.
/// Knows time only as it is told, and nobody to ask.
@NullMarked
package daemoneye.rpc.client.fleet.record;

import org.jspecify.annotations.NullMarked;
