/// One line of a walkthrough: its words, and what is wrong with it at which column.
@NullMarked
package daemoneye.app.demo.script.line;

import org.jspecify.annotations.NullMarked;
