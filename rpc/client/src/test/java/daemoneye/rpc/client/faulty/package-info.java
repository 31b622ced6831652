/// Calls over a wire that loses, doubles, delays and breaks, held against what was really executed.
package daemoneye.rpc.client.faulty;
