/// Message bodies as bytes.
@NullMarked
package daemoneye.rpc.transport.codec;

import org.jspecify.annotations.NullMarked;
