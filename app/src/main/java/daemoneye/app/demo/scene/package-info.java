/// Sees and touches a window as a person does: finds what is named, presses what can be pressed,
/// reads what is shown.
@NullMarked
package daemoneye.app.demo.scene;

import org.jspecify.annotations.NullMarked;
