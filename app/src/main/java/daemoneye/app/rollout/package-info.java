/// The same change of settings to several collectors: what is prepared, and what was begun.
@NullMarked
package daemoneye.app.rollout;

import org.jspecify.annotations.NullMarked;
