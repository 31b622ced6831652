/// The versions of a collector's settings on disk.
@NullMarked
package daemoneye.rpc.agent.configuration.store;

import org.jspecify.annotations.NullMarked;
