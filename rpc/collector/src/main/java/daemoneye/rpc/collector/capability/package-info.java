/// What kinds of collectors there are, and what one can do on this machine.
@NullMarked
package daemoneye.rpc.collector.capability;

import org.jspecify.annotations.NullMarked;
