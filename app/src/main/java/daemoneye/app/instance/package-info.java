/// One window of this user for each place where settings lie.
@NullMarked
package daemoneye.app.instance;

import org.jspecify.annotations.NullMarked;
