/// A fleet made by hand, for tests of the window.
@NullMarked
package daemoneye.app.sample;

import org.jspecify.annotations.NullMarked;
