/// Commands that show the whole fleet.
@NullMarked
package daemoneye.rpc.cli.fleet;

import org.jspecify.annotations.NullMarked;
