/// Hashes of the executables that run, and whether the files behind them change.
@NullMarked
package daemoneye.rpc.collector.executables;

import org.jspecify.annotations.NullMarked;
