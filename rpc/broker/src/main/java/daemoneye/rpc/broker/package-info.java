/// Who gets a message: sessions, routing, access and limits.
@NullMarked
package daemoneye.rpc.broker;

import org.jspecify.annotations.NullMarked;
