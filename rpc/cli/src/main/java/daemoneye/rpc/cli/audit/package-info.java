/// `daemoneye audit`: what was done, by whom, and whether the record of it is whole.
@NullMarked
package daemoneye.rpc.cli.audit;

import org.jspecify.annotations.NullMarked;
