/// What is done by itself about collectors that crash or fall silent, and when nothing is.
@NullMarked
package daemoneye.rpc.agent.supervise.recover;

import org.jspecify.annotations.NullMarked;
