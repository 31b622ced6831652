/// The `daemoneye` command, the headless twin of the console.
@NullMarked
package daemoneye.rpc.cli;

import org.jspecify.annotations.NullMarked;
