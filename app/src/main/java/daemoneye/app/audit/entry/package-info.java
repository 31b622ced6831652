/// One entry of an audit log as people read, search and export it.
@NullMarked
package daemoneye.app.audit.entry;

import org.jspecify.annotations.NullMarked;
