/// A change on its way to several collectors, wave by wave, and back.
@NullMarked
package daemoneye.app.rollout.run;

import org.jspecify.annotations.NullMarked;
