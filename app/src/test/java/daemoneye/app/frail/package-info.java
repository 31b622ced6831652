/// A collector that some of its settings make fail, in earnest.
@NullMarked
package daemoneye.app.frail;

import org.jspecify.annotations.NullMarked;
