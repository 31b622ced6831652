/// What the console is drawn with: themes, fonts, the shared pulse.
/// Controls know nothing of collectors; they take small records of their own.
@NullMarked
package daemoneye.app.controls;

import org.jspecify.annotations.NullMarked;
