/// The configuration dialog as a person sees it.
@NullMarked
package daemoneye.app.config.view;

import org.jspecify.annotations.NullMarked;
