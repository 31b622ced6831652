/// Connection profiles: where a broker is, who we are there, and how carefully to act.
@NullMarked
package daemoneye.app.profile;

import org.jspecify.annotations.NullMarked;
