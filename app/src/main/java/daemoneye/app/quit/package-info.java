/// Leaving the console without leaving anything behind unnoticed.
@NullMarked
package daemoneye.app.quit;

import org.jspecify.annotations.NullMarked;
