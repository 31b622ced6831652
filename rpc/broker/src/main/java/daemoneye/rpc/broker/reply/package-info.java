/// The ways back from responders to callers.
@NullMarked
package daemoneye.rpc.broker.reply;

import org.jspecify.annotations.NullMarked;
