/// Between a person's wish and the call: what has to be asked first, and the answer.
@NullMarked
package daemoneye.app.guard;

import org.jspecify.annotations.NullMarked;
