/// The commands that show and change the settings of collectors.
@NullMarked
package daemoneye.rpc.cli.config;

import org.jspecify.annotations.NullMarked;
