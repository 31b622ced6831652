/// The whole system as real processes.
@NullMarked
package daemoneye.rpc.cli.live;

import org.jspecify.annotations.NullMarked;
