/// Manual pages and shell completion, made from the commands themselves.
@NullMarked
package daemoneye.rpc.cli.manual;

import org.jspecify.annotations.NullMarked;
