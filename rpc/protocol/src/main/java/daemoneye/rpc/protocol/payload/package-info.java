/// What requests and responses carry.
@NullMarked
package daemoneye.rpc.protocol.payload;

import org.jspecify.annotations.NullMarked;
