/// Any operation, from JSON.
@NullMarked
package daemoneye.rpc.cli.call;

import org.jspecify.annotations.NullMarked;
