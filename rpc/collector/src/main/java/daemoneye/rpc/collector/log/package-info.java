/// Logging that costs nothing to start.
@NullMarked
package daemoneye.rpc.collector.log;

import org.jspecify.annotations.NullMarked;
