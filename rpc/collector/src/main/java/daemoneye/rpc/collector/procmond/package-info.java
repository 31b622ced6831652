/// Running processes: who came, who went, who works most.
@NullMarked
package daemoneye.rpc.collector.procmond;

import org.jspecify.annotations.NullMarked;
