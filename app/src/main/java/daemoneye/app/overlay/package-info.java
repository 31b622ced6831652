/// Dialogs inside the window: laid over everything, keeping the keyboard to themselves.
@NullMarked
package daemoneye.app.overlay;

import org.jspecify.annotations.NullMarked;
