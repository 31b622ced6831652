/// What a broker counts.
@NullMarked
package daemoneye.rpc.broker.statistics;

import org.jspecify.annotations.NullMarked;
