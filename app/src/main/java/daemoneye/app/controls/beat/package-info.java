/// The heartbeat bar: one pill a beat, now at the right.
@NullMarked
package daemoneye.app.controls.beat;

import org.jspecify.annotations.NullMarked;
