/// Configurations as files: which, read, and written.
@NullMarked
package daemoneye.app.config.exchange;

import org.jspecify.annotations.NullMarked;
