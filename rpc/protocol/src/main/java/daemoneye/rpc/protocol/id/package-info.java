/// Names of collectors, their lives, and requests.
@NullMarked
package daemoneye.rpc.protocol.id;

import org.jspecify.annotations.NullMarked;
