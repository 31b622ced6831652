/// Why a call failed, whether it had an effect, and what to do.
@NullMarked
package daemoneye.rpc.protocol.error;

import org.jspecify.annotations.NullMarked;
