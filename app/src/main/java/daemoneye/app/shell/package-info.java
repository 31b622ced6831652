/// The window around the pages.
@NullMarked
package daemoneye.app.shell;

import org.jspecify.annotations.NullMarked;
