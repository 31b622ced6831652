/// How things look on a terminal, and in a pipe.
@NullMarked
package daemoneye.rpc.cli.output;

import org.jspecify.annotations.NullMarked;
