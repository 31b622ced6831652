/// The breakers between this console and the collectors: how they stand, and closing them by hand.
@NullMarked
package daemoneye.app.breakers;

import org.jspecify.annotations.NullMarked;
