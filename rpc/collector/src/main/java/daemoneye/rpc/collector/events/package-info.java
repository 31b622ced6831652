/// What was seen, on its way to the bus.
@NullMarked
package daemoneye.rpc.collector.events;

import org.jspecify.annotations.NullMarked;
