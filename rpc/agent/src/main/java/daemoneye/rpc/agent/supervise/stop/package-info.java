/// How a collector is brought to its end, step by step.
@NullMarked
package daemoneye.rpc.agent.supervise.stop;

import org.jspecify.annotations.NullMarked;
