/// Asking, with deadlines and typed outcomes.
@NullMarked
package daemoneye.rpc.client.call;

import org.jspecify.annotations.NullMarked;
