/// The dialogs of a change to several collectors.
@NullMarked
package daemoneye.app.rollout.view;

import org.jspecify.annotations.NullMarked;
