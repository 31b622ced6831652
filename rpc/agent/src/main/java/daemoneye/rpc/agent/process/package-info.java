/// Collectors as processes of the operating system: how they are started, what they print, how they
/// end.
@NullMarked
package daemoneye.rpc.agent.process;

import org.jspecify.annotations.NullMarked;
