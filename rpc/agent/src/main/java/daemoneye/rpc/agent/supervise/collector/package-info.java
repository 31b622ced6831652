/// One collector as its agent sees it: all of the supervision put together.
@NullMarked
package daemoneye.rpc.agent.supervise.collector;

import org.jspecify.annotations.NullMarked;
