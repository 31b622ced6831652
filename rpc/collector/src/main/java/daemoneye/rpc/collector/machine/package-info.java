/// Reading what the operating system says of itself.
@NullMarked
package daemoneye.rpc.collector.machine;

import org.jspecify.annotations.NullMarked;
