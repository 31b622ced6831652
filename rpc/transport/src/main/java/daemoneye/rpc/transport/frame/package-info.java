/// The bytes around a message: header, types, flags, bodies.
@NullMarked
package daemoneye.rpc.transport.frame;

import org.jspecify.annotations.NullMarked;
