/// What the agent answers to callers, for itself and for its collectors.
@NullMarked
package daemoneye.rpc.agent.answering;

import org.jspecify.annotations.NullMarked;
