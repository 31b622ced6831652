/// File systems and watched folders.
@NullMarked
package daemoneye.rpc.collector.fsmond;

import org.jspecify.annotations.NullMarked;
