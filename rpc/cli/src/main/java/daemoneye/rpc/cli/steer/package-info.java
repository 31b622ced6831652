/// Commands that ask or tell one collector.
@NullMarked
package daemoneye.rpc.cli.steer;

import org.jspecify.annotations.NullMarked;
