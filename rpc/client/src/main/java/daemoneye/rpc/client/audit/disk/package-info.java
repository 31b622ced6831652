/// Files as an audit log sees them, so that tests can let disks fill up, fail and lose power.
@NullMarked
package daemoneye.rpc.client.audit.disk;

import org.jspecify.annotations.NullMarked;
