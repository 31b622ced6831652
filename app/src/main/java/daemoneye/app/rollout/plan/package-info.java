/// What a change would do to each of several collectors, before anything is sent.
@NullMarked
package daemoneye.app.rollout.plan;

import org.jspecify.annotations.NullMarked;
