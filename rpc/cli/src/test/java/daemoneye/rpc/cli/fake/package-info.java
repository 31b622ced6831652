/// Stand-ins for the world around a command.
@NullMarked
package daemoneye.rpc.cli.fake;

import org.jspecify.annotations.NullMarked;
