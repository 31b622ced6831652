/// The palette and the sheet of keys over the window, and the keys themselves.
@NullMarked
package daemoneye.app.palette.view;

import org.jspecify.annotations.NullMarked;
