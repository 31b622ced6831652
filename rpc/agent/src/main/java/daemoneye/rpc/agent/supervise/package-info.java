/// What the supervision of one collector works on: its state, its life, its surroundings.
@NullMarked
package daemoneye.rpc.agent.supervise;

import org.jspecify.annotations.NullMarked;
