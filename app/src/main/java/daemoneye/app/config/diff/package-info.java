/// What differs between two texts, line by line, with unchanged lines folded.
@NullMarked
package daemoneye.app.config.diff;

import org.jspecify.annotations.NullMarked;
