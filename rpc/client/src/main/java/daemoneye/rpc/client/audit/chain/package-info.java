/// The writing end of an audit log: opening after a crash, appending, forcing, rotating, going on
/// after a fault.
@NullMarked
package daemoneye.rpc.client.audit.chain;

import org.jspecify.annotations.NullMarked;
