/// What travels: bodies and envelopes.
@NullMarked
package daemoneye.rpc.protocol.message;

import org.jspecify.annotations.NullMarked;
