/// Looking at the machine again and again, and what a look finds.
@NullMarked
package daemoneye.rpc.collector.gather;

import org.jspecify.annotations.NullMarked;
