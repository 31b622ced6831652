/// How a collector stands: process, beats, health.
@NullMarked
package daemoneye.rpc.protocol.state;

import org.jspecify.annotations.NullMarked;
