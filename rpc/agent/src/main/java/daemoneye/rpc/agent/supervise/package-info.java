/// One collector at a time: its state, its start, its stop, its restarts.
@NullMarked
package daemoneye.rpc.agent.supervise;

import org.jspecify.annotations.NullMarked;
