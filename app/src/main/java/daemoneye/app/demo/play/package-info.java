/// Plays a tour step by step, at the pace of a reader or as fast as it goes.
@NullMarked
package daemoneye.app.demo.play;

import org.jspecify.annotations.NullMarked;
