/// Typed values, and names as people and scripts see them.
@NullMarked
package daemoneye.rpc.protocol.value;

import org.jspecify.annotations.NullMarked;
