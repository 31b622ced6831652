/// What a collector puts in order before it ends, and how long that takes.
@NullMarked
package daemoneye.rpc.collector.cleanup;

import org.jspecify.annotations.NullMarked;
