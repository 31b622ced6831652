/// The sparkline: a short history without axes.
@NullMarked
package daemoneye.app.controls.spark;

import org.jspecify.annotations.NullMarked;
