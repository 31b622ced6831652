/// The most that a collector process may use: applied where the system lets us, said where not.
@NullMarked
package daemoneye.rpc.agent.process.limit;

import org.jspecify.annotations.NullMarked;
