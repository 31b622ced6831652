/// One collector in full.
@NullMarked
package daemoneye.app.detail;

import org.jspecify.annotations.NullMarked;
