/// How a collector does, and what it costs.
@NullMarked
package daemoneye.rpc.collector.health;

import org.jspecify.annotations.NullMarked;
