/// Answering: dispatch, lifecycle, health, config and shutdown of one collector process.
@NullMarked
package daemoneye.rpc.collector;

import org.jspecify.annotations.NullMarked;
