/// A link to the broker that outlives faults.
@NullMarked
package daemoneye.rpc.client.connection;

import org.jspecify.annotations.NullMarked;
