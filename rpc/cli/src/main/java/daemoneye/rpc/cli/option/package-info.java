/// Options that many commands share.
@NullMarked
package daemoneye.rpc.cli.option;

import org.jspecify.annotations.NullMarked;
