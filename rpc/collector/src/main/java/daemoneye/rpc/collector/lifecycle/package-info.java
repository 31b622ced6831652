/// One life of a collector on the bus: register, beat, answer, end.
@NullMarked
package daemoneye.rpc.collector.lifecycle;

import org.jspecify.annotations.NullMarked;
