/// What a window needs of the desktop: a display, its libraries and fonts; and the day it goes
/// away.
@NullMarked
package daemoneye.app.launch.display;

import org.jspecify.annotations.NullMarked;
