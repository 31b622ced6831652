/// Tests of the rules for one collector.
@NullMarked
package daemoneye.rpc.client.fleet.record;

import org.jspecify.annotations.NullMarked;
