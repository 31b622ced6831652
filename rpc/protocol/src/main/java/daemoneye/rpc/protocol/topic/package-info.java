/// Topics, patterns, and the topics of the design.
@NullMarked
package daemoneye.rpc.protocol.topic;

import org.jspecify.annotations.NullMarked;
