/// Commands that stay: broker, agent and collector.
@NullMarked
package daemoneye.rpc.cli.daemon;

import org.jspecify.annotations.NullMarked;
