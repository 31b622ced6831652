/// Which collectors there are, and what of them outlives the agent.
@NullMarked
package daemoneye.rpc.agent.registry;

import org.jspecify.annotations.NullMarked;
