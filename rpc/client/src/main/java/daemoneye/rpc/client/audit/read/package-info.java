/// The reading end of audit logs: verifying offline, and looking for entries, newest first.
@NullMarked
package daemoneye.rpc.client.audit.read;

import org.jspecify.annotations.NullMarked;
