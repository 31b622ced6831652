/// Stand-ins for the bus and the machine.
package daemoneye.rpc.collector.fake;
