/// The page and the status line that show what this console asked for.
@NullMarked
package daemoneye.app.calls.view;

import org.jspecify.annotations.NullMarked;
