/// Reads walkthroughs from text, one step a line, and says everything that is wrong with one.
@NullMarked
package daemoneye.app.demo.script;

import org.jspecify.annotations.NullMarked;
