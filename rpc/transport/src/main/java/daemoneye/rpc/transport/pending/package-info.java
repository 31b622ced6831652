/// What both ends of a session need to remember what is still open: numbers and deadlines.
@NullMarked
package daemoneye.rpc.transport.pending;

import org.jspecify.annotations.NullMarked;
