/// The marks of state: one shape and one colour for each kind, and what is made of them.
@NullMarked
package daemoneye.app.controls.mark;

import org.jspecify.annotations.NullMarked;
