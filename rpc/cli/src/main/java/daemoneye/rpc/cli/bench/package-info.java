/// How many calls a second, and how long they take.
@NullMarked
package daemoneye.rpc.cli.bench;

import org.jspecify.annotations.NullMarked;
