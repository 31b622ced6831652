/// The health gauge: an arc with zones, a value, and the honesty to say when there is none.
@NullMarked
package daemoneye.app.controls.gauge;

import org.jspecify.annotations.NullMarked;
