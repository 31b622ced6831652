/// How a collector comes to life: spawn, registration, first beat.
@NullMarked
package daemoneye.rpc.agent.supervise.start;

import org.jspecify.annotations.NullMarked;
