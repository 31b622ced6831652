/// What this program is, and what it is made of.
@NullMarked
package daemoneye.app.about;

import org.jspecify.annotations.NullMarked;
