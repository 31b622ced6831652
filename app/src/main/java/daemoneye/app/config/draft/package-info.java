/// A configuration as somebody edits it: fields and text in step, what changed, what is wrong.
@NullMarked
package daemoneye.app.config.draft;

import org.jspecify.annotations.NullMarked;
