/// Where things lie on this machine: sockets, settings, logs.
@NullMarked
package daemoneye.rpc.client.place;

import org.jspecify.annotations.NullMarked;
