/// Changing the configuration of a collector: editing, review, dry run, sending, history.
@NullMarked
package daemoneye.app.config;

import org.jspecify.annotations.NullMarked;
