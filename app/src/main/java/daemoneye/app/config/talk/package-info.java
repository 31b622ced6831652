/// What the bus says of a collector's configuration, read into types.
@NullMarked
package daemoneye.app.config.talk;

import org.jspecify.annotations.NullMarked;
