/// One connected client: its link, its queue, its limits.
@NullMarked
package daemoneye.rpc.broker.session;

import org.jspecify.annotations.NullMarked;
