/// How a message travels: frames, the Kryo codec, Netty (TCP, TLS, Unix socket) and an in-memory
/// wire.
///
/// The only module that sees Netty or Kryo.
@NullMarked
package daemoneye.rpc.transport;

import org.jspecify.annotations.NullMarked;
