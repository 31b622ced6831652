/// What the console says about itself.
@NullMarked
package daemoneye.app.help;

import org.jspecify.annotations.NullMarked;
