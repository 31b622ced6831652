/// The one window: its scene, its pages, its connections, what stands behind its help.
@NullMarked
package daemoneye.app.launch.window;

import org.jspecify.annotations.NullMarked;
