/// Kinds of load, and what is counted of it.
@NullMarked
package daemoneye.rpc.cli.bench.load;

import org.jspecify.annotations.NullMarked;
