/// Links between processes, and where they lead.
@NullMarked
package daemoneye.rpc.transport.wire;

import org.jspecify.annotations.NullMarked;
