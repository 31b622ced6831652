/// What this console asks for, and how it ends.
@NullMarked
package daemoneye.app.calls;

import org.jspecify.annotations.NullMarked;
