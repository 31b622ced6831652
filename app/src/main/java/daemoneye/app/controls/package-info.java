/// What the console is drawn with: themes, fonts, the shared pulse and the marks of state.
/// Controls know nothing of collectors; they take small records of their own.
@NullMarked
package daemoneye.app.controls;

import org.jspecify.annotations.NullMarked;
