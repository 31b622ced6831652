/// The Help menu, and what it opens.
@NullMarked
package daemoneye.app.help.view;

import org.jspecify.annotations.NullMarked;
