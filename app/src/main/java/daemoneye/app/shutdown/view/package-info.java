/// The shutdown dialog as a person sees it.
@NullMarked
package daemoneye.app.shutdown.view;

import org.jspecify.annotations.NullMarked;
