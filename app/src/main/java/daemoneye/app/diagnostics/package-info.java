/// What somebody needs to know who is to find out what is wrong here; never a secret.
@NullMarked
package daemoneye.app.diagnostics;

import org.jspecify.annotations.NullMarked;
