/// Ending a collector and watching how it ends.
@NullMarked
package daemoneye.app.shutdown;

import org.jspecify.annotations.NullMarked;
