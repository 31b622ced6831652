/// Whether running collectors still answer.
@NullMarked
package daemoneye.rpc.agent.liveness;

import org.jspecify.annotations.NullMarked;
