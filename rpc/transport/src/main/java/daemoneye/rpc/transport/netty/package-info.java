/// The wire made of sockets: TCP and Unix domain sockets, by Netty.
@NullMarked
package daemoneye.rpc.transport.netty;

import org.jspecify.annotations.NullMarked;
