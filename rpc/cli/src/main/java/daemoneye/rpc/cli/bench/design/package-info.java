/// The design's figures, measured on a fleet of its own.
@NullMarked
package daemoneye.rpc.cli.bench.design;

import org.jspecify.annotations.NullMarked;
