/// The page on which a person chooses how the console looks and speaks.
@NullMarked
package daemoneye.app.settings.view;

import org.jspecify.annotations.NullMarked;
