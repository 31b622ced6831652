/// Hand-written stand-ins for the broker, for tests that move every part by hand.
package daemoneye.rpc.client.fake;
