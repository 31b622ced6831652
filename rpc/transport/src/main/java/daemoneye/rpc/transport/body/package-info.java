/// What is inside the frames that the wire's two ends read themselves. Layouts are big-endian; a
/// *text* is `u16 length, UTF-8`.
@NullMarked
package daemoneye.rpc.transport.body;

import org.jspecify.annotations.NullMarked;
