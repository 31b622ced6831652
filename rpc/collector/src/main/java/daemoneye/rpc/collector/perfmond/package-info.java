/// Processor, memory, load, disks and sensors of the machine.
@NullMarked
package daemoneye.rpc.collector.perfmond;

import org.jspecify.annotations.NullMarked;
