/// The one screen of a first start, drawn.
@NullMarked
package daemoneye.app.welcome.view;

import org.jspecify.annotations.NullMarked;
