/// One action on several collectors: waves, one result for each, and the table as a file.
@NullMarked
package daemoneye.app.bulk;

import org.jspecify.annotations.NullMarked;
