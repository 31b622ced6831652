/// Everything that can be asked, and the rules for asking.
@NullMarked
package daemoneye.rpc.protocol.operation;

import org.jspecify.annotations.NullMarked;
