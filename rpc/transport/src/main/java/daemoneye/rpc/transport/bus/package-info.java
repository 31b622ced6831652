/// A session with a broker of whatever kind.
@NullMarked
package daemoneye.rpc.transport.bus;

import org.jspecify.annotations.NullMarked;
