/// What the console remembers.
@NullMarked
package daemoneye.app.settings;

import org.jspecify.annotations.NullMarked;
