/// What a window works on: a broker somewhere, reached through a profile, and the change from one
/// to another.
@NullMarked
package daemoneye.app.backend;

import org.jspecify.annotations.NullMarked;
