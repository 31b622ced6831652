/// A collector that says and does what a script tells it, for tests and demos.
@NullMarked
package daemoneye.rpc.collector.scripted;

import org.jspecify.annotations.NullMarked;
