/// Sockets and network interfaces.
@NullMarked
package daemoneye.rpc.collector.netmond;

import org.jspecify.annotations.NullMarked;
