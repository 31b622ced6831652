/// Which sessions a topic leads to.
@NullMarked
package daemoneye.rpc.broker.routing;

import org.jspecify.annotations.NullMarked;
