/// From a command to a window or to pictures: where everything is put together.
@NullMarked
package daemoneye.app.launch;

import org.jspecify.annotations.NullMarked;
