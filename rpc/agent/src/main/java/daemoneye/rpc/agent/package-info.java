/// Keeping the collectors of one host alive: process supervision, registry, liveness, recovery and
/// the audit log.
@NullMarked
package daemoneye.rpc.agent;

import org.jspecify.annotations.NullMarked;
