/// Files that the console writes.
@NullMarked
package daemoneye.app.files;

import org.jspecify.annotations.NullMarked;
