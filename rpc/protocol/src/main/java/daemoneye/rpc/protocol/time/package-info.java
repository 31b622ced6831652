/// Time as everything else sees it.
@NullMarked
package daemoneye.rpc.protocol.time;

import org.jspecify.annotations.NullMarked;
