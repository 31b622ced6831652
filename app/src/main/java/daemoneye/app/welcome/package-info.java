/// The one screen of a first start.
@NullMarked
package daemoneye.app.welcome;

import org.jspecify.annotations.NullMarked;
