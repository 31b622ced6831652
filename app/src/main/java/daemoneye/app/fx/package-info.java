/// Between our threads and JavaFX.
@NullMarked
package daemoneye.app.fx;

import org.jspecify.annotations.NullMarked;
