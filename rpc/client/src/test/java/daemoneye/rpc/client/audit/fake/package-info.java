/// Disks that fail as real ones do.
package daemoneye.rpc.client.audit.fake;
