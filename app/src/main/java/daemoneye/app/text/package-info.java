/// Words and numbers as people read them.
@NullMarked
package daemoneye.app.text;

import org.jspecify.annotations.NullMarked;
