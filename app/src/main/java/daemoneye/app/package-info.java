/// The window: everything that knows JavaFX, one package a feature.
@NullMarked
package daemoneye.app;

import org.jspecify.annotations.NullMarked;
