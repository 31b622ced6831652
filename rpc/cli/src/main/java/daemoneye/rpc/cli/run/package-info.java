/// What every command runs in: its surroundings, its report, and how it fails.
@NullMarked
package daemoneye.rpc.cli.run;

import org.jspecify.annotations.NullMarked;
