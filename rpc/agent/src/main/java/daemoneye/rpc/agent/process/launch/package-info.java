/// How collectors are started as Java processes of their own: command, environment, settings,
/// limits.
@NullMarked
package daemoneye.rpc.agent.process.launch;

import org.jspecify.annotations.NullMarked;
