/// Links to a broker for as long as one command runs.
@NullMarked
package daemoneye.rpc.cli.link;

import org.jspecify.annotations.NullMarked;
