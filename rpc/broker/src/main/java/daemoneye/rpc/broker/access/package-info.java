/// Who gets in, and what each role may do.
@NullMarked
package daemoneye.rpc.broker.access;

import org.jspecify.annotations.NullMarked;
