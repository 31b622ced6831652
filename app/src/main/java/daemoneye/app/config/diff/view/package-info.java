/// Two texts compared, as a person sees them.
@NullMarked
package daemoneye.app.config.diff.view;

import org.jspecify.annotations.NullMarked;
