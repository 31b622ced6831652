/// Everything one can do by keyboard: the table of commands, the one-line grammar, and the palette.
@NullMarked
package daemoneye.app.palette;

import org.jspecify.annotations.NullMarked;
