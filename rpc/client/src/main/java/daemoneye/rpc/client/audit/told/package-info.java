/// Entries as they were told over the bus, and what can be proved of them.
@NullMarked
package daemoneye.rpc.client.audit.told;

import org.jspecify.annotations.NullMarked;
