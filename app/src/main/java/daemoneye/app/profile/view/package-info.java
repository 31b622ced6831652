/// The menu of profiles in the header, and the dialog that changes them.
@NullMarked
package daemoneye.app.profile.view;

import org.jspecify.annotations.NullMarked;
